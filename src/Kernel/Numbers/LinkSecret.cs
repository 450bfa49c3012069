using System.Security.Cryptography;
using System.Text;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Numbers;

/// <summary>
/// The secret of a status link <c>/l/…</c> in Crockford's base 32: 12 symbols (60 bits), 16 (80 bits) for secret reports.
/// Prints as dots so that it does not slip into a log; stored only as a hash.
/// </summary>
public sealed class LinkSecret
{
    public const int OpenLength = 12;
    public const int SecretLength = 16;

    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private LinkSecret(string value) => Value = value;

    /// <summary>The symbols themselves, for the link.</summary>
    public string Value { get; }

    public static LinkSecret New(bool secretReport = false) => FromBytes(Material.Fresh(), secretReport);

    /// <summary>The same material gives the same secret; five bits per symbol, without bias.</summary>
    /// <exception cref="ArgumentException">Fewer than 16 bytes.</exception>
    public static LinkSecret FromBytes(ReadOnlySpan<byte> material, bool secretReport = false)
    {
        var length = secretReport ? SecretLength : OpenLength;
        Span<char> value = stackalloc char[length];
        var bits = Material.Bits(material);
        foreach (ref var symbol in value)
        {
            symbol = Symbols[(int)(bits & 31)];
            bits >>= 5;
        }
        return new LinkSecret(new string(value));
    }

    /// <summary>Any case; O is read as 0, I and L as 1. Refused with <c>kernel.link.unreadable</c>.</summary>
    public static Outcome<LinkSecret> Parse(string? text)
    {
        var value = (text ?? "").Trim().ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return value.Length is OpenLength or SecretLength && value.All(Symbols.Contains)
            ? new LinkSecret(value)
            : new Refusal("kernel.link.unreadable");
    }

    /// <summary>SHA-256, 32 bytes: what is stored and indexed.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Value));

    public override string ToString() => new('•', Value.Length);
}
