using Layar.Linkage.Canonical;
using Layar.Linkage.Comparison;
using Layar.Linkage.Similarity;

namespace Layar.Linkage.Instant;

/// <summary>How one word of the index agrees with one typed word.</summary>
internal readonly record struct WordMatch(int Word, AgreementLevel Level, float Weight);

/// <summary>All words of all names, with the persons who bear them. A typed word is compared with every word; most are refused by their signatures.</summary>
internal sealed class NameWords
{
    private const int MostMatches = 400;

    /// <summary>How likely a bearer of the word is typed so: rightly, in one of some other spellings, cut off, with one certain error of hundreds.</summary>
    private static readonly Dictionary<AgreementLevel, double> Typed = new()
    {
        [AgreementLevel.Exact] = 0.80, [AgreementLevel.Folded] = 0.10, [AgreementLevel.Partial] = 0.30, [AgreementLevel.OneEdit] = 0.005, [AgreementLevel.Close] = 0.0005,
    };

    private readonly TextStore texts = new(compared: true);
    private readonly TextStore folds = new(compared: true);
    private readonly List<int> foldOf = [];
    private readonly List<List<int>> bearers = [];

    private readonly List<int> living = [];

    public string this[int word] => texts[word];

    public IReadOnlyList<int> Bearers(int word) => bearers[word];

    /// <summary>Share of persons who bear the word; a word nobody bears counts as borne once.</summary>
    public double Share(string word, int persons) => texts.Find(word) is >= 0 and var number ? Math.Max(1, living[number]) / (double)persons : 1.0 / persons;

    public int Add(string word, int slot)
    {
        var number = texts.Intern(word);
        if (number == foldOf.Count)
        {
            foldOf.Add(folds.Intern(Fold(word)));
            bearers.Add([]);
            living.Add(0);
        }
        bearers[number].Add(slot);
        living[number]++;
        return number;
    }

    /// <summary>One bearer is gone; the list keeps its slot until the index is built anew.</summary>
    public void Left(int word) => living[word]--;

    public void Clear()
    {
        foreach (var list in bearers) list.Clear();
        for (var word = 0; word < living.Count; word++) living[word] = 0;
    }

    /// <summary>
    /// Words that may be meant by a typed one. Bayes: the weight of a word is how likely its bearers are typed so, against how likely anybody is;
    /// so a common word weighs little, whether it agrees exactly or not.
    /// </summary>
    /// <param name="unfinished">the typist may still be in the middle of it</param>
    /// <param name="persons">number of all persons</param>
    public List<WordMatch> Match(string typed, bool unfinished, int persons, StringMeasures measures)
    {
        var matches = new List<WordMatch>();
        Span<byte> codes = stackalloc byte[LetterCodes.Longest];
        var length = Pack(typed, codes);
        var signature = LetterCodes.Signature(codes[..length]);
        var fold = folds.Find(Fold(typed));
        for (var word = 0; word < foldOf.Count; word++)
        {
            var level = Compare(word, codes[..length], signature, fold, unfinished, measures);
            if (level == AgreementLevel.Different || living[word] == 0) continue;
            matches.Add(new WordMatch(word, level, 0));
        }
        var anybody = matches.Sum(m => Typed[m.Level] * living[m.Word]) / persons;
        return [.. matches.Select(m => m with { Weight = (float)Math.Log2(Typed[m.Level] / anybody) }).OrderBy(m => m.Level).ThenByDescending(m => living[m.Word]).ThenBy(m => m.Word).Take(MostMatches)];
    }

    private AgreementLevel Compare(int word, ReadOnlySpan<byte> typed, ulong signature, int fold, bool unfinished, StringMeasures measures)
    {
        if (fold >= 0 && foldOf[word] == fold) return texts.Codes(word).SequenceEqual(typed) ? AgreementLevel.Exact : AgreementLevel.Folded;
        var length = texts.Length(word);
        var theirs = texts.Signature(word);
        if (unfinished && length > typed.Length && (signature & ~theirs) == 0 && texts.Codes(word).StartsWith(typed)) return AgreementLevel.Partial;
        if (typed.Length == 1) return !unfinished && length > 0 && texts.Codes(word)[0] == typed[0] ? AgreementLevel.Partial : AgreementLevel.Different;
        if (typed.Length < 4 || Math.Abs(length - typed.Length) > 2 || LetterCodes.Apart(signature, theirs) > 4) return AgreementLevel.Different;
        return measures.Distance(typed, texts.Codes(word)) switch
        {
            <= 1 => AgreementLevel.OneEdit,
            2 when typed.Length >= 7 => AgreementLevel.Close,
            _ => AgreementLevel.Different,
        };
    }

    private static string Fold(string word) => NameFolding.Words(word) is [var one, ..] ? one : word;

    private static int Pack(string text, Span<byte> codes)
    {
        var length = Math.Min(text.Length, codes.Length);
        for (var i = 0; i < length; i++) codes[i] = LetterCodes.Code(text[i]);
        return length;
    }
}
