using System.Text.Json;

namespace Layar.People.Registry.DryRun;

/// <summary>What a dry run found, kept as JSON with the import.</summary>
internal sealed record TrialResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public List<TableRead> Tables { get; init; } = [];

    /// <summary>Sheets and files in which no header of persons or families was found.</summary>
    public List<string> LeftOut { get; init; } = [];
    public int Persons { get; set; }
    public int Families { get; set; }
    public int WithoutNik { get; set; }

    /// <summary>Rows that are in force already by another import of the same release, and say nothing else.</summary>
    public int AlreadyThere { get; set; }

    /// <summary>Sums, signatures and empty rows.</summary>
    public int PassedOver { get; set; }
    public int Quarantined { get; set; }
    public int Formulas { get; set; }
    public List<CauseCount> Causes { get; set; } = [];
    public Movement? Movement { get; set; }
    public double Seconds { get; set; }

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static TrialResult? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<TrialResult>(json, Json);
}

/// <param name="Number">as <c>sheet</c> of the rows</param>
/// <param name="Headers">all headers, for lists of rows in their own order</param>
/// <param name="RawColumns">headers of the values that the rows keep as they stood, in their order</param>
/// <param name="Unknown">headers that nobody knows; their values are kept too</param>
internal sealed record TableRead(int Number, string Name, string Kind, int Rows, List<string> Headers, List<string> RawColumns, List<string> Unknown);

/// <param name="Places">the first places, such as <c>Lembar1!B17</c></param>
internal sealed record CauseCount(string Cause, bool Quarantined, int Count, List<string> Places);

/// <summary>How a release differs from the one before.</summary>
/// <param name="Against">day of the release before</param>
/// <param name="Deciles">persons by decile before and now, 11 × 11 (0: none), row by row</param>
internal sealed record Movement(DateOnly Against, int Entered, int Left, int Stayed, int ChangedDecile, int MovedCard, int MovedVillage, int[] Deciles)
{
    /// <summary>Deciles fell: the family is counted poorer than before.</summary>
    public int Poorer => Sum((before, now) => before > 0 && now > 0 && now < before);

    public int Richer => Sum((before, now) => before > 0 && now > before);

    private int Sum(Func<int, int, bool> counts) => Deciles.Where((_, i) => counts(i / 11, i % 11)).Sum();
}
