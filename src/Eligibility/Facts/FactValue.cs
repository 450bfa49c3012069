using Layar.Eligibility.Proofs;

namespace Layar.Eligibility.Facts;

/// <summary>What is known of one fact. What is not said stays unknown; nothing here turns unknown into no.</summary>
public sealed class FactValue
{
    /// <summary>Below and above every number that a rule may name.</summary>
    public const int Lowest = int.MinValue, Highest = int.MaxValue;

    /// <summary>The day of what never happened.</summary>
    public const int Never = 0;

    private static readonly Dictionary<string, Truth> NoMembers = [];
    private static readonly Dictionary<string, int> NoDays = [];
    private IReadOnlyDictionary<string, Truth> members = NoMembers;
    private IReadOnlyDictionary<string, int> days = NoDays;

    private FactValue()
    {
    }

    /// <summary>The answer to a yes/no fact.</summary>
    public Truth Answer { get; private init; }

    /// <summary>Bounds of a number, or of a date in days since 1 January of the year 1; both included.</summary>
    public int Low { get; private init; } = Lowest;
    public int High { get; private init; } = Highest;

    /// <summary>What is said of the members of a set or of the choices.</summary>
    public IReadOnlyDictionary<string, Truth> Members => members;

    /// <summary>Last days of a history; <see cref="Never"/> when it never happened.</summary>
    public IReadOnlyDictionary<string, int> Days => days;

    public static FactValue Of(bool answer) => new() { Answer = answer ? Truth.Yes : Truth.No };

    public static FactValue Of(int number) => new() { Low = number, High = number };

    /// <summary>Between two numbers; null leaves that side open.</summary>
    public static FactValue Between(int? low, int? high) => new() { Low = low ?? Lowest, High = high ?? Highest };

    public static FactValue Of(DateOnly day) => Of(day.DayNumber);

    public static FactValue Between(DateOnly? low, DateOnly? high) => Between(low?.DayNumber, high?.DayNumber);

    /// <summary>One choice, which excludes all others.</summary>
    public static FactValue Chosen(FactDefinition fact, string code) =>
        new() { members = fact.Choices.ToDictionary(c => c.Code, c => c.Code == code ? Truth.Yes : Truth.No, StringComparer.Ordinal) };

    /// <summary>Members that are in the set and members that are not; of all others nothing is known.</summary>
    public static FactValue Known(IEnumerable<string> inside, IEnumerable<string> outside)
    {
        var known = outside.Distinct().ToDictionary(c => c, _ => Truth.No, StringComparer.Ordinal);
        foreach (var code in inside) known[code] = Truth.Yes;
        return new() { members = known };
    }

    /// <summary>The whole set: what is not inside is outside.</summary>
    public static FactValue Whole(FactDefinition fact, IReadOnlyCollection<string> inside) =>
        Known(inside, fact.Choices.Select(c => c.Code).Where(c => !inside.Contains(c)));

    /// <summary>Last days by choice; a null day means never.</summary>
    public static FactValue Happened(IEnumerable<KeyValuePair<string, DateOnly?>> last) =>
        new() { days = last.ToDictionary(d => d.Key, d => d.Value?.DayNumber ?? Never, StringComparer.Ordinal) };

    /// <summary>Whether the choice is in the set or chosen; for yes/no facts the answer itself.</summary>
    public Truth Holds(string? choice) => choice is null ? Answer : members.GetValueOrDefault(choice);

    /// <summary>Bounds of the number, of the date, or of the last day of a choice.</summary>
    public (int Low, int High) Bounds(string? choice) =>
        choice is null ? (Low, High) : days.TryGetValue(choice, out var day) ? (day, day) : (Lowest, Highest);
}
