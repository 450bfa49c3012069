namespace Layar.Eligibility.Facts;

/// <summary>What is known of one person: values with their source and day, and the people in the same household.</summary>
public sealed class FactSheet
{
    private readonly Dictionary<string, Reading> readings = new(StringComparer.Ordinal);
    private readonly List<FactSheet> household = [];

    /// <summary>Members of the household that are known, this person included.</summary>
    public IReadOnlyList<FactSheet> Household => household;

    /// <summary>Nobody else lives there. Otherwise there may be members of whom nothing is known.</summary>
    public bool HouseholdComplete { get; private set; }

    public IEnumerable<string> Codes => readings.Keys;

    /// <summary>Sets a fact; a later call for the same fact replaces it.</summary>
    /// <param name="code">of the fact</param>
    /// <param name="value">what is known</param>
    /// <param name="source">for people: <c>DTSEN rilis 2026-07</c></param>
    /// <param name="asOf">the day on which it held</param>
    public FactSheet Set(string code, FactValue value, string source = "", DateOnly? asOf = null)
    {
        readings[code] = new Reading(value, source, asOf);
        return this;
    }

    public FactSheet LivesWith(IEnumerable<FactSheet> members, bool complete)
    {
        household.Clear();
        household.AddRange(members);
        HouseholdComplete = complete;
        return this;
    }

    public Reading? Read(string code) => readings.GetValueOrDefault(code);

    /// <summary>Null when unknown or, on this day, too old to decide with.</summary>
    public FactValue? Value(FactDefinition fact, DateOnly day) => Read(fact.Code) is { } reading && !reading.IsStale(fact, day) ? reading.Value : null;
}

/// <param name="Value">what is known</param>
/// <param name="Source">for people</param>
/// <param name="AsOf">the day on which it held; null when nobody wrote it down</param>
public sealed record Reading(FactValue Value, string Source, DateOnly? AsOf)
{
    public bool IsStale(FactDefinition fact, DateOnly day) =>
        fact.MaxAgeDays is { } most && AsOf is { } from && day.DayNumber - from.DayNumber > most;
}
