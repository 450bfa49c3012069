using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Numbers;

/// <summary>
/// The national identity number, 16 digits <c>PPKKCC DDMMYY SSSS</c>: place of first registration, birth date (women: day + 40),
/// serial. Prints masked.
/// </summary>
public readonly record struct Nik
{
    public const int Length = 16;

    private readonly string? digits;

    private Nik(string digits) => this.digits = digits;

    /// <summary>All sixteen digits: only for who may see them.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("An empty NIK.");

    /// <summary>Two digits.</summary>
    public string Province => Digits[..2];

    /// <summary>District of first registration, such as <c>63.11.06</c>; need not exist today.</summary>
    public string Area => $"{Digits[..2]}.{Digits[2..4]}.{Digits[4..6]}";

    public bool HasSerialZero => Digits.EndsWith("0000", StringComparison.Ordinal);

    /// <summary>6311••••••••0012</summary>
    public string Masked => Mask.Middle(Digits, 4, 4);

    /// <summary>
    /// Removes spaces, dots, hyphens and apostrophes. Refused with <c>kernel.nik.length</c> (argument: digits found), <c>kernel.nik.digits</c>
    /// (something other than a digit) or <c>kernel.nik.filler</c> (begins with 0000, or one digit throughout).
    /// </summary>
    public static Outcome<Nik> Parse(string? text) =>
        SixteenDigits.Read(text, "kernel.nik").Then<Nik>(x => new Nik(x));

    public override string ToString() => digits is null ? "" : Masked;
}
