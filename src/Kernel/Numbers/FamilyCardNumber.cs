using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Numbers;

/// <summary>Number of a family card (KK), 16 digits. Nothing but the digits is checked. Prints masked.</summary>
public readonly record struct FamilyCardNumber
{
    private readonly string? digits;

    private FamilyCardNumber(string digits) => this.digits = digits;

    /// <summary>All sixteen digits: only for who may see them.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("An empty family card number.");

    /// <summary>6311••••••••0012</summary>
    public string Masked => Mask.Middle(Digits, 4, 4);

    /// <summary>Refused with <c>kernel.kk.length</c>, <c>kernel.kk.digits</c> or <c>kernel.kk.filler</c>, as a NIK.</summary>
    public static Outcome<FamilyCardNumber> Parse(string? text) =>
        SixteenDigits.Read(text, "kernel.kk").Then<FamilyCardNumber>(x => new FamilyCardNumber(x));

    public override string ToString() => digits is null ? "" : Masked;
}
