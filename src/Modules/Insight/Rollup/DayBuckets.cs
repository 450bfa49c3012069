using System.Globalization;

namespace Layar.Insight.Rollup;

/// <summary>How long a case took, in groups: single days up to 30, then wider. A median from groups is exact to the width of its group.</summary>
internal static class DayBuckets
{
    private static readonly int[] Starts = [.. Enumerable.Range(0, 31), 31, 46, 61, 91, 181, 366];
    private const int End = 731;

    public static string Of(int days) => Starts.Last(s => s <= Math.Max(0, days)).ToString("000", CultureInfo.InvariantCulture);

    /// <summary>Days within which the given share of cases ended, one decimal; null without cases.</summary>
    /// <param name="counts">cases by bucket</param>
    /// <param name="share">0.5 for the median</param>
    public static decimal? Quantile(IEnumerable<KeyValuePair<string, int>> counts, decimal share)
    {
        var rising = counts.Where(c => c.Value > 0).Select(c => (Start: int.Parse(c.Key, CultureInfo.InvariantCulture), c.Value)).OrderBy(c => c.Start).ToList();
        var wanted = rising.Sum(c => c.Value) * share;
        var before = 0;
        foreach (var (start, count) in rising)
        {
            if (before + count >= wanted) return Math.Round(Inside(start, (wanted - before) / count), 1);
            before += count;
        }
        return null;
    }

    // A single day is told as it is; a wider group is taken as evenly filled.
    private static decimal Inside(int start, decimal part)
    {
        var next = Starts.Cast<int?>().FirstOrDefault(s => s > start) ?? End;
        return next - start == 1 ? start : start + part * (next - 1 - start);
    }
}
