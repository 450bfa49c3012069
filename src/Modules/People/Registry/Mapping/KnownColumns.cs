using System.Text;
using System.Text.Json;

namespace Layar.People.Registry.Mapping;

/// <param name="Field">what the column means, such as <c>birth_date</c> or <c>asset.car</c></param>
/// <param name="Table"><c>person</c>, <c>family</c> or <c>both</c></param>
/// <param name="Reads">how its cells are read: text, number16, date, list, yesno, decile, count …</param>
/// <param name="Names">headers under which files name it</param>
internal sealed record KnownColumn(string Field, string Table, string Reads, IReadOnlyList<string> Names)
{
    public bool IsIn(TableKind table) => Table == "both" || table == TableKind.Person && Table == "person" || table == TableKind.Family && Table == "family";

    /// <summary>Numbers and the mother's name, which are not kept as they stand in the file.</summary>
    public bool Hidden => Field is "nik" or "family_card" or "never_kept";
}

internal enum TableKind
{
    Person,
    Family,
}

/// <summary>The columns of the three official layouts and of the lists that villages keep, by their headers (Registry/Data/columns.json).</summary>
internal static class KnownColumns
{
    public static readonly IReadOnlyList<KnownColumn> All = Read();

    private static readonly Dictionary<string, KnownColumn> ByField = All.ToDictionary(c => c.Field, StringComparer.Ordinal);
    private static readonly Dictionary<string, KnownColumn> ByName = All.SelectMany(c => c.Names.Select(n => (Name: Fold(n), c))).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.c, StringComparer.Ordinal);

    public static KnownColumn? Find(string? field) => field is null ? null : ByField.GetValueOrDefault(field);

    /// <summary>What a header means; null when nobody wrote it so before.</summary>
    public static KnownColumn? Named(string header) => ByName.GetValueOrDefault(Fold(header));

    /// <summary>Letters and digits in lower case; what stands in brackets after them is an explanation.</summary>
    public static string Fold(ReadOnlySpan<char> header)
    {
        var bracket = header.IndexOf('(');
        if (bracket > 2) header = header[..bracket];
        var text = new StringBuilder(header.Length);
        foreach (var letter in header)
            if (char.IsLetterOrDigit(letter)) text.Append(char.ToLowerInvariant(letter));
        return text.ToString();
    }

    private static List<KnownColumn> Read()
    {
        using var stream = typeof(KnownColumns).Assembly.GetManifestResourceStream("Layar.People.Registry.Data.columns.json")!;
        return JsonSerializer.Deserialize<List<KnownColumn>>(stream, JsonSerializerOptions.Web)!;
    }
}
