namespace Layar.Survey.Contracts;

/// <summary>A group that may be published: never fewer than <see cref="SmallGroups.FewestShown"/> people.</summary>
/// <param name="Quarter">1 to 4</param>
/// <param name="Key">what the group has in common; null for the pool of small groups</param>
public sealed record ReleasedGroup<T>(int Quarter, string? Key, int Count, IReadOnlyList<T> Parts);

/// <summary>
/// Cuts the figures of one year into blocks of at least five people, once and for every filter alike. Groups that are too
/// small are pooled; when the pool itself is too small the smallest other group joins it, and a quarter with fewer than
/// five people waits for the next one. Every published figure is a sum of whole blocks, so the difference of any two
/// filters is a sum of whole blocks too: no subtraction leads to a group of fewer than five.
/// </summary>
public static class SmallGroups
{
    public const int FewestShown = 5;

    /// <param name="cells">figures of one year</param>
    /// <param name="quarter">1 to 4 of a cell</param>
    /// <param name="key">group of a cell</param>
    /// <param name="count">people in a cell</param>
    public static IReadOnlyList<ReleasedGroup<T>> Release<T>(IEnumerable<T> cells, Func<T, int> quarter, Func<T, string> key, Func<T, int> count)
    {
        var byQuarter = cells.Where(c => count(c) > 0).ToLookup(quarter);
        var released = new List<ReleasedGroup<T>>();
        var waiting = new List<T>();
        for (var q = 1; q <= 4; q++)
        {
            waiting.AddRange(byQuarter[q]);
            if (waiting.Sum(count) < FewestShown) continue;
            released.AddRange(Cut(waiting, key, count).Select(g => new ReleasedGroup<T>(q, g.Key, g.Parts.Sum(count), g.Parts)));
            waiting = [];
        }
        return released;
    }

    private static IEnumerable<(string? Key, List<T> Parts)> Cut<T>(List<T> cells, Func<T, string> key, Func<T, int> count)
    {
        var groups = cells.GroupBy(key).Select(g => (Key: (string?)g.Key, Parts: g.ToList(), Count: g.Sum(count)))
            .OrderBy(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var pooled = groups.Count(g => g.Count < FewestShown);
        while (pooled > 0 && groups.Take(pooled).Sum(g => g.Count) < FewestShown) pooled++;
        if (pooled > 0) yield return (null, groups.Take(pooled).SelectMany(g => g.Parts).ToList());
        foreach (var group in groups.Skip(pooled)) yield return (group.Key, group.Parts);
    }

    /// <summary>Which counts of one row must be hidden: those from 1 to 4, and more until the hidden ones together are five or more and at least two.</summary>
    public static IReadOnlySet<string> Hidden(IReadOnlyDictionary<string, int> counts)
    {
        var rising = counts.Where(c => c.Value > 0).OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        var hidden = rising.Count(c => c.Value < FewestShown);
        while (hidden > 0 && hidden < rising.Count && (hidden < 2 || rising.Take(hidden).Sum(c => c.Value) < FewestShown)) hidden++;
        return rising.Take(hidden).Select(c => c.Key).ToHashSet();
    }
}
