using System.Globalization;
using System.Text;

namespace Layar.Cases.Search;

/// <summary>Cuts text into the words that are searched: small letters and digits, marks removed.</summary>
internal static class SearchWords
{
    public const int Longest = 24;
    private const int Most = 400;

    public static IReadOnlyList<string> Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(rune)) word.Append(char.ToLowerInvariant(rune));
            else if (rune is not '\'' and not '’') Add(words, word);
        }
        Add(words, word);
        return [.. words.Distinct().Take(Most)];
    }

    /// <summary>The word itself and the word without each of its letters: two words one slip apart share one of them.</summary>
    public static IEnumerable<string> Keys(string word)
    {
        yield return word;
        if (word.Length < 4) yield break;
        var seen = new HashSet<string>();
        for (var i = 0; i < word.Length; i++)
            if (seen.Add(word.Remove(i, 1))) yield return word.Remove(i, 1);
    }

    /// <summary>Letters to insert, remove, change or swap with the next one.</summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }

    private static void Add(List<string> words, StringBuilder word)
    {
        // A number of ten digits or more may be a NIK or a telephone: it is never a word of the index.
        if (word.Length is > 1 and <= Longest && !(word.Length >= 10 && IsNumber(word))) words.Add(word.ToString());
        word.Clear();
    }

    private static bool IsNumber(StringBuilder word)
    {
        for (var i = 0; i < word.Length; i++)
            if (!char.IsAsciiDigit(word[i])) return false;
        return true;
    }
}
