using System.Runtime.InteropServices;
using Layar.Linkage.Comparison;

namespace Layar.Linkage.Estimation;

/// <summary>Agreement patterns of pairs taken at random: nearly all are strangers, so they show how strangers agree (Splink: "u by random sampling").</summary>
internal static class RandomPairs
{
    private const int PartSize = 50_000;

    public static PatternCounts Count(RecordRows rows, int records, int firstCount, bool twoFiles, int pairs, ulong seed, ParallelOptions parallel)
    {
        var parts = new Dictionary<ulong, int>[(pairs + PartSize - 1) / PartSize];
        Parallel.For(0, parts.Length, parallel, part =>
        {
            var comparer = new PairComparer(rows);
            var counts = new Dictionary<ulong, int>();
            for (var i = 0; i < PartSize; i++)
            {
                var number = (ulong)part * PartSize + (ulong)i;
                var left = Mixing.Below(twoFiles ? firstCount : records, number * 2, seed);
                var right = twoFiles ? firstCount + Mixing.Below(records - firstCount, number * 2 + 1, seed) : Mixing.Below(records, number * 2 + 1, seed);
                if (left == right) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, comparer.Pattern(Math.Min(left, right), Math.Max(left, right)), out _)++;
            }
            parts[part] = counts;
        });
        return PatternCounts.Merge(parts);
    }
}
