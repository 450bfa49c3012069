using System.Text;

namespace Layar.Linkage.Canonical;

/// <summary>
/// One spelling for the many of one Indonesian name: titles and bin/binti dropped, short forms written out, the spelling before 1972 (oe, dj,
/// tj, sj, nj, ch) and Arabic doublets brought to the present one, letters that are only heard once written once. Two names that fold alike
/// get a comparison level of their own; what that level is worth is learned from the data, so that it does no harm to other languages.
/// </summary>
internal static class NameFolding
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "h", "hj", "haji", "hajjah", "hajah", "kh", "ust", "ustadz", "ustadzah", "dr", "drs", "dra", "drg", "ir", "prof", "alm", "almh", "almarhum", "almarhumah",
        "bin", "binti", "bt", "bti", "bn", "ny", "nyonya", "tn", "tuan", "bpk", "bapak", "ibu", "sdr", "sdri", "an", "spd", "se", "sh", "st", "skm", "ssos", "amd", "mr", "mrs", "ms",
    };

    private static readonly Dictionary<string, string> Long = Table(
        ("muhamad", "m moh mohd muh muhd mhd mohamad mohammad muhammad mochamad mochammad mokhamad mukhamad muchamad mohamed mohammed muhammed muhamed md"),
        ("ahmad", "akhmad achmad akhmat achmat ahmat ahmed akh ach ahm"), ("siti", "st sti sitti sity"), ("abdul", "abd abdoel abdoul abdl"),
        ("nur", "noer noor nor nuur"), ("dwi", "dewi dwie dewie"), ("sri", "srie sry"), ("gusti", "gst gt"), ("andi", "andy"), ("raden", "rd"));

    private static readonly (string From, string To)[] Sounds =
    [
        ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("nj", "n"), ("sy", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("dz", "z"),
        ("ts", "s"), ("ie", "i"), ("ee", "i"), ("ou", "u"), ("oo", "u"), ("ck", "k"), ("v", "f"), ("q", "k"), ("x", "ks"), ("z", "j"), ("y", "i"), ("j", "i"), ("w", "u"),
    ];

    /// <summary>Words of a name, folded; a name that consists of titles only keeps them.</summary>
    /// <param name="plain">as <see cref="PlainText.Words"/> gives it</param>
    /// <param name="known">words folded before; names repeat their words</param>
    public static string[] Words(string plain, Dictionary<string, string>? known = null)
    {
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = 0;
        for (var i = 0; i < words.Length; i++)
            if (!Titles.Contains(words[i]) || (words[i] == "st" && i + 1 < words.Length)) words[kept++] = words[i];
        if (kept == 0) kept = words.Length;
        for (var i = 0; i < kept; i++) words[i] = Word(words[i], kept == 1, known);
        return kept == words.Length ? words : words[..kept];
    }

    /// <summary>"M." is Muhammad before another name, but only a letter when it stands alone.</summary>
    private static string Word(string word, bool alone, Dictionary<string, string>? known)
    {
        if (Long.TryGetValue(word, out var whole) && !(alone && word.Length <= 2)) return whole;
        if (word.Length <= 2 || char.IsAsciiDigit(word[0])) return word;
        if (known is null) return Sound(word);
        if (!known.TryGetValue(word, out var folded)) known.Add(word, folded = Sound(word));
        return folded;
    }

    private static string Sound(string word)
    {
        var folded = word;
        foreach (var (from, to) in Sounds) folded = folded.Replace(from, to, StringComparison.Ordinal);
        var kept = new StringBuilder(folded.Length);
        foreach (var c in folded) if (kept.Length == 0 || kept[^1] != c) kept.Append(c);
        if (kept.Length > 3 && kept[^1] == 'h') kept.Length--;
        return kept.ToString();
    }

    private static Dictionary<string, string> Table(params (string Whole, string Forms)[] rows) =>
        rows.SelectMany(r => r.Forms.Split(' ').Append(r.Whole).Select(f => (Form: f, r.Whole))).ToDictionary(p => p.Form, p => p.Whole, StringComparer.Ordinal);
}
