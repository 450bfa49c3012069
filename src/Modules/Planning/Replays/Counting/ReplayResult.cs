using System.Text.Json;

namespace Layar.Planning.Replays.Counting;

/// <summary>What a rule would do to one group of people.</summary>
internal sealed class Cell
{
    /// <summary>People asked.</summary>
    public int People { get; set; }

    /// <summary>Surely entitled by the rule that is tried out.</summary>
    public int Eligible { get; set; }

    /// <summary>Surely entitled by the rule it would replace.</summary>
    public int Was { get; set; }

    /// <summary>Entitled now and not surely before.</summary>
    public int Entered { get; set; }

    /// <summary>Entitled before and not surely now.</summary>
    public int Left { get; set; }

    /// <summary>Something is not known that decides.</summary>
    public int Unknown { get; set; }

    /// <summary>Entitled and known to receive it.</summary>
    public int Receiving { get; set; }

    /// <summary>Entitled and not known to receive it.</summary>
    public int Unmet { get; set; }

    /// <summary>Persons, or households when the programme is for households, that are surely entitled.</summary>
    public int Units { get; set; }

    /// <summary>Rupiah in one year for all units, with the lowest and with the highest amount of the programme; null when it has none.</summary>
    public long? CostLow { get; set; }

    public long? CostHigh { get; set; }

    public IEnumerable<int> Counts() => [Eligible, Was, Entered, Left, Unknown, Receiving, Unmet];

    public void Add(Cell other)
    {
        People += other.People;
        Eligible += other.Eligible;
        Was += other.Was;
        Entered += other.Entered;
        Left += other.Left;
        Unknown += other.Unknown;
        Receiving += other.Receiving;
        Unmet += other.Unmet;
        Units += other.Units;
        if (other.CostLow is not null) CostLow = (CostLow ?? 0) + other.CostLow;
        if (other.CostHigh is not null) CostHigh = (CostHigh ?? 0) + other.CostHigh;
    }
}

/// <summary>By what people are grouped.</summary>
internal enum Facet { District, Village, Sex, Age, Disability }

/// <param name="Total">everybody</param>
/// <param name="Groups">by facet and key: area code, L or P, band of age, ya or tidak; empty when it is not known</param>
/// <param name="Lacking">what is not known of those without an answer; null in figures from before this was counted</param>
internal sealed record Section(Cell Total, IReadOnlyDictionary<Facet, SortedDictionary<string, Cell>> Groups, IReadOnlyList<LackedFact>? Lacking = null);

/// <summary>What was counted, and on what.</summary>
/// <param name="Compared">the rule is held against the one it would replace; without it nobody enters or leaves</param>
/// <param name="Release">register and day of the newest release; null without any</param>
/// <param name="CasesFrom">first day of the cases</param>
internal sealed record ReplayResult(bool Compared, string? Release, DateOnly CasesFrom, Section People, Section Cases, int Listed, double Seconds)
{
    public string Written() => JsonSerializer.Serialize(this);

    public static ReplayResult? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<ReplayResult>(text);
}
