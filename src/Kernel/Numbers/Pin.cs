using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Numbers;

/// <summary>Six digits beside the ticket code. Prints as dots; weak alone, so tries are counted by the caller.</summary>
public sealed class Pin
{
    public const int Length = 6;

    private Pin(string value) => Value = value;

    public string Value { get; }

    public static Pin New() => FromBytes(Material.Fresh());

    /// <summary>The same material gives the same PIN.</summary>
    /// <exception cref="ArgumentException">Fewer than 16 bytes.</exception>
    public static Pin FromBytes(ReadOnlySpan<byte> material) =>
        new(Material.Below(material, 1_000_000).ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>Spaces ignored. Refused with <c>kernel.pin.digits</c>.</summary>
    public static Outcome<Pin> Parse(string? text)
    {
        var value = string.Concat((text ?? "").Where(x => !char.IsWhiteSpace(x)));
        return value.Length == Length && value.All(char.IsAsciiDigit) ? new Pin(value) : new Refusal("kernel.pin.digits");
    }

    /// <summary>Compares in constant time.</summary>
    public bool Matches(Pin other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Value), Encoding.ASCII.GetBytes(other.Value));

    public override string ToString() => new('•', Length);
}
