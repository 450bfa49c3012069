using Layar.Linkage.Scoring;

namespace Layar.Linkage.Decision;

/// <summary>
/// Groups the records of one file into persons. Pairs are taken from the heaviest down; two groups become one when all evidence between
/// their members, for and against, speaks for it (greedy correlation clustering, Bansal, Blum and Chawla 2004): one record that resembles two
/// persons cannot weld them together.
/// </summary>
internal sealed class Persons
{
    /// <summary>Binary logarithm beyond which one pair counts no more, for and against.</summary>
    private const double Most = 14;
    private const double Least = -5;
    private const int Tried = 64;
    private readonly int[] leader;
    private readonly Dictionary<int, List<int>> groups = [];

    /// <param name="sorted">heaviest first</param>
    /// <param name="odds">binary logarithm of the odds of any two records</param>
    public Persons(int records, IEnumerable<ScoredPair> sorted, Func<int, int, double> odds)
    {
        leader = [.. Enumerable.Range(0, records)];
        foreach (var pair in sorted)
        {
            var (a, b) = (leader[pair.Left], leader[pair.Right]);
            if (a != b && Evidence(Members(a), Members(b), odds) > 0) Join(a, b);
        }
    }

    /// <summary>Number of the person of each record: that of one of its records.</summary>
    public int[] Of => leader;

    public IEnumerable<IReadOnlyList<int>> Groups => groups.Values.Where(g => g.Count > 1);

    private List<int> Members(int a) => groups.TryGetValue(a, out var group) ? group : [a];

    private static double Evidence(List<int> left, List<int> right, Func<int, int, double> odds)
    {
        var sum = 0.0;
        var (stepLeft, stepRight) = (1 + left.Count / Tried, 1 + right.Count / Tried);
        for (var i = 0; i < left.Count; i += stepLeft)
            for (var j = 0; j < right.Count; j += stepRight) sum += Math.Clamp(odds(left[i], right[j]), Least, Most);
        return sum;
    }

    private void Join(int a, int b)
    {
        var (into, from) = Members(a).Count >= Members(b).Count ? (a, b) : (b, a);
        var group = Members(into);
        foreach (var record in Members(from))
        {
            group.Add(record);
            leader[record] = into;
        }
        groups[into] = group;
        groups.Remove(from);
    }
}
