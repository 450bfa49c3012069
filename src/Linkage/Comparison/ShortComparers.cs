using System.Globalization;
using Layar.Linkage.ModelFile;
using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>The same or not, as with sex.</summary>
internal sealed class SameComparer(Field field) : FieldComparer(field)
{
    public override AgreementLevel Values(int a, int b, StringMeasures measures) => AgreementLevel.Different;
}

/// <summary>Ages by their distance in years: 1, 2, 5.</summary>
internal sealed class AgeComparer : FieldComparer
{
    private readonly int[] years;

    public AgeComparer(Field field)
        : base(field) => years = [.. Enumerable.Range(0, field.Domain.Texts.Count).Select(i => int.Parse(field.Domain.Texts[i], CultureInfo.InvariantCulture))];

    public override AgreementLevel Values(int a, int b, StringMeasures measures) => Math.Abs(years[a] - years[b]) switch
    {
        1 => AgreementLevel.OneEdit,
        2 => AgreementLevel.Close,
        <= 5 => AgreementLevel.Partial,
        _ => AgreementLevel.Different,
    };
}

/// <summary>Names of places: with or without desa, kota; one typing error; similar; letters in disorder.</summary>
internal sealed class PlaceComparer(Field field) : FieldComparer(field)
{
    public override AgreementLevel Values(int a, int b, StringMeasures measures) =>
        Field.Domain.Fold(a) == Field.Domain.Fold(b) ? AgreementLevel.Folded : Spelling.Compare(Field.Domain.Texts, a, b, measures);
}

/// <summary>
/// Postcodes and numbers of persons: one digit wrong, in a postcode also two digits wrong or the same beginning. Numbers of persons that
/// are built from village and birthday begin alike in a whole village, which says nothing that place and date do not say.
/// </summary>
internal sealed class CodeComparer(Field field) : FieldComparer(field)
{
    public override AgreementLevel Values(int a, int b, StringMeasures measures)
    {
        var texts = Field.Domain.Texts;
        var left = texts.Codes(a);
        var right = texts.Codes(b);
        var longer = Math.Max(left.Length, right.Length);
        if (Field.Kind == FieldKind.Identifier) return longer >= 3 && OneEditMayDo(left, right, longer) && measures.Distance(left, right) <= 1 ? AgreementLevel.OneEdit : AgreementLevel.Different;
        if (Math.Abs(left.Length - right.Length) <= 2 && longer >= 3 && LetterCodes.Apart(texts.Signature(a), texts.Signature(b)) <= 4)
        {
            var distance = measures.Distance(left, right);
            if (distance <= 1) return AgreementLevel.OneEdit;
            if (distance <= 2 && longer >= 6) return AgreementLevel.Close;
        }
        var prefix = left.CommonPrefixLength(right);
        return prefix >= 2 && prefix * 2 >= longer ? AgreementLevel.Partial : AgreementLevel.Different;
    }

    /// <summary>One edit leaves all but two places alike at the beginning and the end.</summary>
    private static bool OneEditMayDo(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int longer)
    {
        if (Math.Abs(left.Length - right.Length) > 1) return false;
        var alike = left.CommonPrefixLength(right);
        for (var i = 1; i <= Math.Min(left.Length, right.Length) && left[^i] == right[^i]; i++) alike++;
        return alike >= longer - 2;
    }
}
