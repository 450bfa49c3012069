using System.Runtime.InteropServices;

namespace Layar.Linkage.Estimation;

/// <summary>How often each agreement pattern was seen. Ordered by pattern, so that sums do not depend on threads.</summary>
internal sealed class PatternCounts
{
    private PatternCounts(ulong[] patterns, double[] counts) => (Patterns, Counts) = (patterns, counts);

    public ulong[] Patterns { get; }

    public double[] Counts { get; }

    public double Total => Counts.Sum();

    public static PatternCounts Merge(IEnumerable<Dictionary<ulong, int>> parts)
    {
        var all = new Dictionary<ulong, long>();
        foreach (var part in parts) foreach (var (pattern, count) in part) CollectionsMarshal.GetValueRefOrAddDefault(all, pattern, out _) += count;
        var patterns = all.Keys.ToArray();
        Array.Sort(patterns);
        return new PatternCounts(patterns, Array.ConvertAll(patterns, p => (double)all[p]));
    }

    public PatternCounts Times(double factor) => new(Patterns, Array.ConvertAll(Counts, c => c * factor));
}
