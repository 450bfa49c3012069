using System.Globalization;
using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>
/// Dates: day and month exchanged, one digit wrong or two exchanged, two of three parts the same (or the year where only years are known),
/// within four months, within about a year.
/// </summary>
internal sealed class DateComparer : FieldComparer
{
    private const int FourMonths = 125;
    private const int AboutAYear = 400;
    private readonly (short Year, byte Month, byte Day)[] dates;

    public DateComparer(Field field)
        : base(field) => dates = [.. Enumerable.Range(0, field.Domain.Texts.Count).Select(i => Parts(field.Domain.Texts[i]))];

    public override AgreementLevel Values(int a, int b, StringMeasures measures)
    {
        var (left, right) = (dates[a], dates[b]);
        if (left.Month == 0 || right.Month == 0) return left.Year == right.Year ? AgreementLevel.Close : AgreementLevel.Different;
        if (left.Year == right.Year && left.Month == right.Day && left.Day == right.Month) return AgreementLevel.Folded;
        var days = Math.Abs(Days(left) - Days(right));
        var years = Math.Abs(left.Year - right.Year);
        var sameParts = (years == 0 ? 1 : 0) + (left.Month == right.Month ? 1 : 0) + (left.Day == right.Day ? 1 : 0);
        if (sameParts == 0 && days > AboutAYear && years % 9 != 0) return AgreementLevel.Different;
        if (measures.Distance(Field.Domain.Texts.Codes(a), Field.Domain.Texts.Codes(b)) <= 1) return AgreementLevel.OneEdit;
        if (sameParts >= 2) return AgreementLevel.Close;
        if (days <= FourMonths) return AgreementLevel.Partial;
        return days <= AboutAYear ? AgreementLevel.Elsewhere : AgreementLevel.Different;
    }

    private static int Days((short Year, byte Month, byte Day) date) => date.Year * 365 + date.Month * 30 + date.Day;

    private static (short, byte, byte) Parts(string text) => (
        short.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture), byte.Parse(text.AsSpan(4, 2), CultureInfo.InvariantCulture),
        byte.Parse(text.AsSpan(6, 2), CultureInfo.InvariantCulture));
}
