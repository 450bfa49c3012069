using System.Text;

namespace Layar.Linkage.Canonical;

/// <summary>
/// One spelling for the many of one Indonesian name: titles and degrees at their place and bin/binti dropped, short forms written out, the spelling before 1972 (oe, dj,
/// tj, sj, nj, ch) and Arabic doublets brought to the present one, letters that are only heard once written once. Two names that fold alike
/// get a comparison level of their own; what that level is worth is learned from the data, so that it does no harm to other languages.
/// </summary>
internal static class NameFolding
{
    /// <summary>Before a name.</summary>
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "h", "hj", "haji", "hajjah", "hajah", "kh", "ust", "ustadz", "ustadzah", "dr", "drs", "dra", "drg", "ir", "prof", "alm", "almh", "almarhum", "almarhumah",
        "ny", "nyonya", "tn", "tuan", "bpk", "bapak", "ibu", "sdr", "sdri", "an", "mr", "mrs", "ms",
    };

    /// <summary>Behind a name.</summary>
    private static readonly HashSet<string> Behind = new(StringComparer.Ordinal)
    {
        "h", "hj", "haji", "hajjah", "alm", "almh", "almarhum", "almarhumah", "se", "sh", "st", "spd", "skm", "ssos", "sag", "sip", "skom", "amd", "msi", "mpd",
    };

    /// <summary>Degrees behind a name that were written with full stops: S.Pd, A.Md.</summary>
    private static readonly HashSet<(string, string)> BehindInTwo =
        [("s", "e"), ("s", "h"), ("s", "t"), ("s", "pd"), ("s", "km"), ("s", "sos"), ("s", "ag"), ("s", "ip"), ("s", "kom"), ("a", "md"), ("m", "si"), ("m", "pd")];

    /// <summary>Between the name and that of the father.</summary>
    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "bin", "binti", "bt", "bti", "bn" };

    private static readonly Dictionary<string, string> Long = Table(
        ("muhamad", "m moh mohd muh muhd mhd mohamad mohammad muhammad mochamad mochammad mokhamad mukhamad muchamad mohamed mohammed muhammed muhamed md"),
        ("ahmad", "akhmad achmad akhmat achmat ahmat ahmed akh ach ahm"), ("siti", "st sti sitti sity"), ("abdul", "abd abdoel abdoul abdl"),
        ("nur", "noer noor nor nuur"), ("dwi", "dwie"), ("dewi", "dewie"), ("sri", "srie sry"), ("gusti", "gst gt"), ("andi", "andy"), ("raden", "rd"));

    private static readonly (string From, string To)[] Sounds =
    [
        ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("nj", "n"), ("sy", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("dz", "z"),
        ("ts", "s"), ("ie", "i"), ("ee", "i"), ("ou", "u"), ("oo", "u"), ("ck", "k"), ("v", "f"), ("q", "k"), ("x", "ks"), ("z", "j"), ("y", "i"), ("j", "i"), ("w", "u"),
    ];

    /// <summary>Words of a name, folded; of a name that consists of titles only the last stays.</summary>
    /// <param name="plain">as <see cref="PlainText.Words"/> gives it</param>
    /// <param name="known">words folded before; names repeat their words</param>
    public static string[] Words(string plain, Dictionary<string, string>? known = null)
    {
        var words = Bare(plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        for (var i = 0; i < words.Length; i++) words[i] = Word(words[i], words.Length == 1, known);
        return words;
    }

    /// <summary>Without what stands before and behind a name; "An" and "Se" inside a name are names.</summary>
    private static string[] Bare(string[] words)
    {
        var (first, end) = (0, words.Length);
        while (end - first > 1 && Before.Contains(words[first])) first++;
        while (end - first > 1)
        {
            if (Behind.Contains(words[end - 1])) end--;
            else if (end - first > 2 && BehindInTwo.Contains((words[end - 2], words[end - 1]))) end -= 2;
            else break;
        }
        var name = first == 0 && end == words.Length ? words : words[first..end];
        return name.Skip(1).SkipLast(1).Any(Between.Contains) ? [.. name.Where((w, i) => i == 0 || i == name.Length - 1 || !Between.Contains(w))] : name;
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
