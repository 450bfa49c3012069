using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>Addresses: the same words in another order, few typing errors for their length, most or some words in common.</summary>
internal sealed class AddressComparer : FieldComparer
{
    private const int Common = 50;
    private readonly int[] uses;
    private readonly ValueDomain domain;

    public AddressComparer(Field field)
        : base(field)
    {
        domain = field.Domain;
        uses = new int[domain.Words.Count];
        for (var value = 0; value < domain.Texts.Count; value++) foreach (var word in domain.WordsOf(value)) uses[word]++;
    }

    public override AgreementLevel Values(int a, int b, StringMeasures measures)
    {
        if (domain.Fold(a) == domain.Fold(b)) return AgreementLevel.Folded;
        var texts = domain.Texts;
        var left = texts.Codes(a);
        var right = texts.Codes(b);
        var longer = Math.Max(left.Length, right.Length);
        var apart = LetterCodes.Apart(texts.Signature(a), texts.Signature(b));
        if (apart <= 2 * (longer / 4 + 1) && Math.Abs(left.Length - right.Length) <= longer / 4 + 1 && measures.Distance(left, right) is var distance)
        {
            if (distance == 0) return AgreementLevel.Folded;
            if (distance <= Math.Max(1, longer / 8)) return AgreementLevel.OneEdit;
            if (distance <= longer / 4) return AgreementLevel.Close;
        }
        return WordsInCommon(domain.WordsOf(a), domain.WordsOf(b));
    }

    /// <summary>Close when most words are shared, Partial when a telling one is.</summary>
    private AgreementLevel WordsInCommon(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var shared = 0;
        var telling = false;
        foreach (var word in left)
        {
            if (!right.Contains(word)) continue;
            shared++;
            telling |= uses[word] <= Math.Max(Common / 10, domain.Texts.Count / Common) && domain.Words.Length(word) > 2;
        }
        if (shared * 3 >= Math.Max(left.Length, right.Length) * 2 && shared >= 2 && telling) return AgreementLevel.Close;
        return telling ? AgreementLevel.Partial : AgreementLevel.Different;
    }
}
