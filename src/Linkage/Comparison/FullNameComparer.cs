using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>Names in one column: word by word in any order, each word of the shorter name matched with the best free word of the longer.</summary>
internal sealed class FullNameComparer(Field field) : FieldComparer(field)
{
    private readonly ValueDomain domain = field.Domain;

    public override AgreementLevel Values(int a, int b, StringMeasures measures)
    {
        if (domain.Fold(a) == domain.Fold(b)) return AgreementLevel.Folded;
        var (shorter, longer) = domain.WordsOf(a).Length <= domain.WordsOf(b).Length ? (a, b) : (b, a);
        var (alike, near, initials) = Match(domain.WordsOf(shorter), domain.WordsOf(longer), measures);
        var words = domain.WordsOf(shorter).Length;
        if (alike + near + initials == words)
        {
            var same = words == domain.WordsOf(longer).Length;
            if (same && initials == 0 && near == 1) return AgreementLevel.OneEdit;
            if (words >= 2 && alike + near > 0) return same && initials == 0 ? AgreementLevel.Close : alike + initials == words && alike >= 2 ? AgreementLevel.Close : AgreementLevel.Partial;
            return alike + near > 0 ? AgreementLevel.Partial : AgreementLevel.Different;
        }
        var level = AsOneWord(a, b, measures);
        if (level != AgreementLevel.Different) return level;
        return words >= 3 && alike + near + initials >= words - 1 ? AgreementLevel.Partial : alike > 0 ? AgreementLevel.Elsewhere : AgreementLevel.Different;
    }

    /// <summary>"Siti Aminah" and "Sitiaminah", "Ama nah" and "Amanah".</summary>
    private AgreementLevel AsOneWord(int a, int b, StringMeasures measures)
    {
        var texts = domain.Texts;
        if (Math.Abs(texts.Length(a) - texts.Length(b)) > 2 || LetterCodes.Apart(texts.Signature(a), texts.Signature(b)) > 4) return AgreementLevel.Different;
        return measures.Distance(texts.Codes(a), texts.Codes(b)) switch
        {
            0 => AgreementLevel.Folded,
            1 => AgreementLevel.OneEdit,
            2 when texts.Length(a) >= 8 => AgreementLevel.Close,
            _ => AgreementLevel.Different,
        };
    }

    private (int Alike, int Near, int Initials) Match(ReadOnlySpan<int> shorter, ReadOnlySpan<int> longer, StringMeasures measures)
    {
        var (alike, near, initials) = (0, 0, 0);
        var taken = 0u;
        foreach (var word in shorter)
        {
            var best = Best(word, longer, taken, measures, out var level);
            if (best < 0) continue;
            taken |= 1u << best;
            if (level == 0) alike++;
            else if (level == 1) near++;
            else initials++;
        }
        return (alike, near, initials);
    }

    /// <param name="level">0 the same word, 1 one or two typing errors, 2 an initial</param>
    private int Best(int word, ReadOnlySpan<int> longer, uint taken, StringMeasures measures, out int level)
    {
        var best = -1;
        level = 3;
        for (var i = 0; i < longer.Length; i++)
        {
            if ((taken & 1u << i) != 0) continue;
            var found = word == longer[i] ? 0 : Nearness(word, longer[i], measures);
            if (found < level) (best, level) = (i, found);
        }
        return best;
    }

    private int Nearness(int a, int b, StringMeasures measures)
    {
        var words = domain.Words;
        var (lengthA, lengthB) = (words.Length(a), words.Length(b));
        if (lengthA > 1 && lengthB > 1 && (LetterCodes.Apart(words.Signature(a), words.Signature(b)) > 4 || Math.Abs(lengthA - lengthB) > 2)) return 3;
        var left = words.Codes(a);
        var right = words.Codes(b);
        if (left.Length == 0 || right.Length == 0) return 3;
        if (left.Length == 1 || right.Length == 1) return left[0] == right[0] ? 2 : 3;
        var distance = measures.Distance(left, right);
        return distance <= 1 && Math.Max(left.Length, right.Length) >= 4 || distance <= 2 && Math.Min(left.Length, right.Length) >= 7 ? 1 : 3;
    }
}
