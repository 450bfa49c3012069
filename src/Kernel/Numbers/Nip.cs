using System.Collections.Immutable;
using System.Globalization;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Numbers;

/// <summary>Something odd in a NIP; a hint for who types it, never a block.</summary>
public enum NipWarning
{
    ImpossibleBirthDate,
    ImpossibleAppointment,

    /// <summary>Appointed before the age of 18.</summary>
    AppointedTooYoung,
    UnknownSex,
    SerialZero,
}

/// <summary>Number of a civil servant, 18 digits: birth yyyymmdd, appointment yyyymm, sex (1 or 2), serial of three.</summary>
public sealed record Nip
{
    private Nip(string digits, ImmutableArray<NipWarning> warnings) => (Digits, Warnings) = (digits, warnings);

    public string Digits { get; }

    public ImmutableArray<NipWarning> Warnings { get; }

    /// <summary>As in letters: 19800101 200501 1 001.</summary>
    public string Spaced => $"{Digits[..8]} {Digits[8..14]} {Digits[14]} {Digits[15..]}";

    /// <summary>Refused with <c>kernel.nip.digits</c> unless 18 digits, spaces and dots aside.</summary>
    public static Outcome<Nip> Parse(string? text)
    {
        var digits = string.Concat((text ?? "").Where(x => !char.IsWhiteSpace(x) && x != '.'));
        return digits.Length == 18 && digits.All(char.IsAsciiDigit)
            ? new Nip(digits, [.. Odd(digits)])
            : new Refusal("kernel.nip.digits");
    }

    public bool Equals(Nip? other) => other?.Digits == Digits;

    public override int GetHashCode() => Digits.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Digits;

    private static IEnumerable<NipWarning> Odd(string digits)
    {
        var birth = Date(digits[..8]);
        // Contract staff (PPPK) carry 21 where the month of appointment stands.
        var appointed = Date(digits[8..12] + (digits[12..14] == "21" ? "12" : digits[12..14]) + "01");
        if (birth is null) yield return NipWarning.ImpossibleBirthDate;
        if (appointed is null) yield return NipWarning.ImpossibleAppointment;
        if (birth is { Year: < 9900 } b && appointed < b.AddYears(18)) yield return NipWarning.AppointedTooYoung;
        if (digits[14] is not ('1' or '2')) yield return NipWarning.UnknownSex;
        if (digits[15..] == "000") yield return NipWarning.SerialZero;
    }

    private static DateOnly? Date(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
