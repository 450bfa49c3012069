using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;
using Layar.Eligibility.Running;

namespace Layar.Planning.Replays.Counting;

/// <summary>One row of a roll, by what people are grouped.</summary>
internal readonly record struct RollEntry(ReplaySubject Subject, Guid Id, string? Village, string? Sex, int? Age, bool? Disabled, int Family, bool Granted = false);

/// <summary>Everybody who is asked, in columns: what the rules name, and by what people are grouped.</summary>
/// <param name="most">rows at most; those never filled are nobody</param>
/// <param name="rules">whose facts are kept, and no others</param>
/// <param name="day">to tell what is too old</param>
internal sealed class Roll(int most, IEnumerable<Rule> rules, DateOnly day)
{
    private readonly FactDefinition[] needed = [.. rules.SelectMany(r => r.Facts).DistinctBy(f => f.Code)];
    private readonly RollEntry[] entries = new RollEntry[most];
    private readonly bool[] counts = new bool[most];
    private readonly int[] families = new int[most];
    private readonly List<int> stated = [];
    private readonly List<int> living = [];
    private readonly Dictionary<string, string> villages = new(StringComparer.Ordinal);

    public FactTable Table { get; } = new(most);

    /// <summary>Rows that are filled.</summary>
    public int Count { get; private set; }

    public ref readonly RollEntry this[int row] => ref entries[row];

    /// <summary>False for members of a household who are there only because rules ask for them.</summary>
    public bool IsAsked(int row) => counts[row];

    /// <param name="entry">its family is -1 when it is not known</param>
    /// <param name="sheet">facts of the person</param>
    /// <param name="householdSize">how many live in the family as the source says; null when it does not</param>
    /// <param name="asked">false for who only lives with somebody asked</param>
    public void Add(RollEntry entry, FactSheet sheet, int? householdSize, bool asked = true)
    {
        // More rows than were counted a moment ago came in meanwhile: the next replay asks them.
        if (Count == most) return;
        var row = Count++;
        if (entry.Village is { } village) entry = entry with { Village = villages.TryGetValue(village, out var known) ? known : villages[village] = village };
        (entries[row], counts[row], families[row]) = (entry, asked, entry.Family);
        foreach (var fact in needed)
            if (sheet.Value(fact, day) is { } value) Table.Set(row, fact, value);
        if (entry.Family < 0) return;
        while (stated.Count <= entry.Family)
        {
            stated.Add(0);
            living.Add(0);
        }
        living[entry.Family]++;
        stated[entry.Family] = Math.Max(stated[entry.Family], householdSize ?? 0);
    }

    /// <summary>To be called once everybody stands there: a household is complete when as many are known as the source counts.</summary>
    public FactTable Closed()
    {
        var complete = stated.Zip(living, (size, known) => size > 0 && size == known).ToList();
        for (var row = 0; row < most; row++)
        {
            if (row < Count && families[row] >= 0) continue;
            // Whoever stands alone is the one known member of a household of which nothing else is known.
            families[row] = row < Count ? complete.Count : -1;
            if (row < Count) complete.Add(false);
        }
        Table.SetHousehold(families, [.. complete]);
        return Table;
    }
}
