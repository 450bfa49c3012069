using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>E-mail addresses, telephone numbers, occupations: spelling as with names, in long texts some errors and letters in disorder.</summary>
internal sealed class TextComparer(Field field) : FieldComparer(field)
{
    private const int Long = 12;

    public override AgreementLevel Values(int a, int b, StringMeasures measures)
    {
        var texts = Field.Domain.Texts;
        var left = texts.Codes(a);
        var right = texts.Codes(b);
        var longer = Math.Max(left.Length, right.Length);
        if (LetterCodes.OnlyDigits(texts.Signature(a)) && LetterCodes.OnlyDigits(texts.Signature(b))) return Digits(left, right, measures);
        if (longer < Long) return Spelling.Compare(texts, a, b, measures);
        var apart = LetterCodes.Apart(texts.Signature(a), texts.Signature(b));
        if (apart > longer / 2 || Math.Abs(left.Length - right.Length) > longer / 3) return AgreementLevel.Different;
        var distance = measures.Distance(left, right);
        if (distance == 0) return AgreementLevel.Folded;
        if (distance == 1) return AgreementLevel.OneEdit;
        if (distance <= longer / 6) return AgreementLevel.Close;
        return distance <= longer / 3 || (distance <= longer / 2 && apart <= 3) ? AgreementLevel.Partial : AgreementLevel.Different;
    }

    /// <summary>Telephone numbers: digits in disorder mean nothing.</summary>
    private static AgreementLevel Digits(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, StringMeasures measures) =>
        Math.Abs(left.Length - right.Length) > 2 ? AgreementLevel.Different : measures.Distance(left, right) switch
        {
            0 => AgreementLevel.Folded,
            1 => AgreementLevel.OneEdit,
            2 when left.Length >= 6 => AgreementLevel.Close,
            _ => AgreementLevel.Different,
        };
}
