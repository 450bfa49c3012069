using Layar.Planning.Replays.Counting;
using Layar.Survey.Contracts;

namespace Layar.Planning.Replays.Reading;

/// <summary>One group as it is shown.</summary>
/// <param name="Key">null for the pool of groups that are too small to be shown one by one</param>
/// <param name="Pooled">how many groups the pool holds</param>
internal sealed record ShownGroup(string? Key, Cell Cell, int Pooled = 1);

/// <summary>
/// A section for one reader. Who may not see persons gets no group with one to four people in any column: such groups are pooled, with more
/// of the small ones until nothing can be told from the difference to the whole.
/// </summary>
internal sealed class ShownSection(Section section, bool whole)
{
    public ShownTotal Total { get; } = new(section.Total, whole);

    /// <summary>What most people wait for comes first.</summary>
    public IReadOnlyList<ShownLack> Lacking => [.. (section.Lacking ?? []).Select(l => new ShownLack(l, whole))];

    /// <summary>Empty when even the pool would be too small.</summary>
    public IReadOnlyList<ShownGroup> Groups(Facet facet)
    {
        var groups = section.Groups[facet].Select(g => new ShownGroup(g.Key, g.Value)).ToList();
        return whole ? groups : Pooled(groups);
    }

    private static IReadOnlyList<ShownGroup> Pooled(List<ShownGroup> groups)
    {
        var small = groups.Where(g => IsSmall(g.Cell)).ToList();
        if (small.Count == 0) return groups;
        foreach (var next in groups.Except(small).OrderBy(g => g.Cell.People))
        {
            if (small.Count > 1 && !IsSmall(Sum(small))) break;
            small.Add(next);
        }
        if (IsSmall(Sum(small))) return [];
        return [.. groups.Except(small), new(null, Sum(small), small.Count)];
    }

    public static bool IsSmall(Cell cell) => cell.Counts().Append(cell.People).Any(c => c is > 0 and < SmallGroups.FewestShown);

    private static Cell Sum(IEnumerable<ShownGroup> groups)
    {
        var sum = new Cell();
        foreach (var group in groups) sum.Add(group.Cell);
        return sum;
    }
}

/// <summary>The whole, with what must not be told left out; null is hidden.</summary>
internal sealed class ShownTotal(Cell cell, bool whole)
{
    // Entered and left are the difference of the two rules: one of them alone would give the other away.
    private readonly bool moves = whole || !new[] { cell.Entered, cell.Left, cell.Was, cell.Eligible }.Any(Few);
    private readonly bool needs = whole || !new[] { cell.Receiving, cell.Unmet, cell.Eligible }.Any(Few);

    public int People => cell.People;
    public int? Eligible => whole || !Few(cell.Eligible) ? cell.Eligible : null;
    public int? Was => moves ? cell.Was : null;
    public int? Entered => moves ? cell.Entered : null;
    public int? Left => moves ? cell.Left : null;
    public int? Unknown => whole || !Few(cell.Unknown) ? cell.Unknown : null;
    public int? Receiving => needs ? cell.Receiving : null;
    public int? Unmet => needs ? cell.Unmet : null;
    public int? Units => Eligible is null ? null : cell.Units;
    public long? CostLow => Eligible is null ? null : cell.CostLow;
    public long? CostHigh => Eligible is null ? null : cell.CostHigh;

    private static bool Few(int count) => count is > 0 and < SmallGroups.FewestShown;
}

/// <summary>Something that is not known, for one reader; null counts are hidden.</summary>
internal sealed class ShownLack(LackedFact lacked, bool whole)
{
    public string Fact => lacked.Fact;
    public string? Choice => lacked.Choice;
    public int? People => Shown(lacked.People);

    /// <summary>The difference to <see cref="People"/> must not tell of a handful either.</summary>
    public int? Only => People is null || !whole && lacked.People - lacked.Only is > 0 and < SmallGroups.FewestShown ? null : Shown(lacked.Only);

    private int? Shown(int count) => whole || count is not (> 0 and < SmallGroups.FewestShown) ? count : null;
}
