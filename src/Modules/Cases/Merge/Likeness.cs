using Layar.Cases.Contracts;

namespace Layar.Cases.Merge;

/// <summary>How alike two texts or places are.</summary>
internal static class Likeness
{
    /// <summary>Shared groups of three letters of all groups, 0 to 1.</summary>
    public static double Trigrams(string a, string b)
    {
        var (first, second) = (Groups(a), Groups(b));
        if (first.Count == 0 || second.Count == 0) return 0;
        var shared = first.Count(second.Contains);
        return (double)shared / (first.Count + second.Count - shared);
    }

    public static double Metres(CasePosition a, CasePosition b)
    {
        const double radius = 6_371_000;
        var (lat1, lat2) = (a.Lat * Math.PI / 180, b.Lat * Math.PI / 180);
        var x = (b.Lon - a.Lon) * Math.PI / 180 * Math.Cos((lat1 + lat2) / 2);
        var y = lat2 - lat1;
        return Math.Sqrt(x * x + y * y) * radius;
    }

    private static HashSet<string> Groups(string text)
    {
        var words = Search.SearchWords.Of(text);
        if (words.Count == 0) return [];
        var plain = $"  {string.Join(' ', words)} ";
        return [.. Enumerable.Range(0, Math.Max(0, plain.Length - 2)).Select(i => plain.Substring(i, 3))];
    }
}
