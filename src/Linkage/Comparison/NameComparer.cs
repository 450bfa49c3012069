using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>Given and family names: folded alike, one typing error, similar, an initial or the letters in disorder.</summary>
internal sealed class NameComparer(Field field) : FieldComparer(field)
{
    private readonly ValueDomain domain = field.Domain;

    public override AgreementLevel Values(int a, int b, StringMeasures measures)
    {
        if (domain.Fold(a) == domain.Fold(b)) return AgreementLevel.Folded;
        var level = Spelling.Compare(domain.Texts, a, b, measures);
        return level == AgreementLevel.Different && SharesWord(a, b) ? AgreementLevel.Partial : level;
    }

    /// <summary>"Siti Aminah" and "Aminah".</summary>
    private bool SharesWord(int a, int b)
    {
        var left = domain.WordsOf(a);
        var right = domain.WordsOf(b);
        if (left.Length == 0 && right.Length == 0) return false;
        if (left.Length == 0) return HasWord(right, a);
        if (right.Length == 0) return HasWord(left, b);
        return left.ContainsAny(right);
    }

    private bool HasWord(ReadOnlySpan<int> words, int single)
    {
        var fold = domain.Folds[domain.Fold(single)];
        foreach (var word in words) if (domain.Words[word] == fold) return true;
        return false;
    }
}
