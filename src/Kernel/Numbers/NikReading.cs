using System.Collections.Immutable;

namespace Layar.Kernel.Numbers;

public enum NumberSex
{
    Male,
    Female,
}

/// <summary>Something odd in a NIK. Never a reason to turn a person away: many old numbers carry wrong birth data.</summary>
public enum NikWarning
{
    /// <summary>No such day in the calendar.</summary>
    ImpossibleBirthDate,
    BirthDateDiffers,
    SexDiffers,
    UnknownProvince,

    /// <summary>Serial 0000 is never issued; Layar's demo persons have it.</summary>
    SerialZero,
}

/// <summary>What is known beside the number.</summary>
/// <param name="Today">Decides the century of the two-digit year.</param>
/// <param name="IsDemo">Serial 0000 is expected.</param>
public sealed record NikContext(DateOnly Today, DateOnly? StatedBirthDate = null, NumberSex? StatedSex = null, bool IsDemo = false);

/// <summary>What a NIK says, as far as it can be believed.</summary>
/// <param name="BirthDate">A guess of the century; null when the digits are no date.</param>
/// <param name="Sex">From the day + 40; null when the digits are no day.</param>
public sealed record NikReading(Nik Nik, DateOnly? BirthDate, NumberSex? Sex, ImmutableArray<NikWarning> Warnings)
{
    public static NikReading Of(Nik nik, NikContext context)
    {
        var (birth, sex) = Birth(nik.Digits, context);
        var warnings = ImmutableArray.CreateBuilder<NikWarning>();
        if (birth is null) warnings.Add(NikWarning.ImpossibleBirthDate);
        if (birth is { } b && context.StatedBirthDate is { } stated && stated != b) warnings.Add(NikWarning.BirthDateDiffers);
        if (sex is { } s && context.StatedSex is { } statedSex && statedSex != s) warnings.Add(NikWarning.SexDiffers);
        if (!Provinces.Has(nik.Province)) warnings.Add(NikWarning.UnknownProvince);
        if (nik.HasSerialZero && !context.IsDemo) warnings.Add(NikWarning.SerialZero);
        return new NikReading(nik, birth, sex, warnings.ToImmutable());
    }

    private static (DateOnly? Birth, NumberSex? Sex) Birth(string digits, NikContext context)
    {
        var day = Number(digits, 6);
        NumberSex? sex = day is > 40 and <= 71 ? NumberSex.Female : day is > 0 and <= 31 ? NumberSex.Male : null;
        if (sex is null) return (null, null);
        if (day > 40) day -= 40;
        var (month, year) = (Number(digits, 8), Number(digits, 10));
        var (young, old) = (Date(2000 + year, month, day), Date(1900 + year, month, day));
        // A hundred-year-old is believed when the stated date says so.
        if (old is not null && old == context.StatedBirthDate) return (old, sex);
        return (young <= context.Today ? young : old, sex);
    }

    private static int Number(string digits, int start) => (digits[start] - '0') * 10 + digits[start + 1] - '0';

    private static DateOnly? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
