namespace Layar.Eligibility.Language;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Spelling
{
    private const int Longest = 60;

    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        if (typed.Length is 0 or > Longest) return null;
        var most = Math.Max(1, typed.Length / 3);
        return known.Select(k => (Word: k, Edits: k.Length > Longest ? int.MaxValue : Edits(typed, k.ToLowerInvariant())))
            .Concat(known.Where(k => typed.Length >= 4 && k.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(k => (Word: k, Edits: most)))
            .Where(k => k.Edits <= most).OrderBy(k => k.Edits).Select(k => k.Word).FirstOrDefault();
    }

    /// <summary>Insertions, deletions, exchanges and neighbours swapped.</summary>
    private static int Edits(string a, string b)
    {
        a = a.ToLowerInvariant();
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
