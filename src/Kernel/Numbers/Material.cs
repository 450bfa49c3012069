using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Layar.Kernel.Numbers;

/// <summary>Turns key material into even draws.</summary>
internal static class Material
{
    /// <summary>Bytes asked of a generator or of HKDF for one number.</summary>
    public const int Length = 32;

    public static byte[] Fresh() => RandomNumberGenerator.GetBytes(Length);

    /// <summary>
    /// A number below the limit. 128 bits are reduced at once, so for limits under 2^32 the bias is below 2^-96:
    /// no measurement can see it, and one derivation always gives one answer (rejection would need more bytes).
    /// </summary>
    public static ulong Below(ReadOnlySpan<byte> material, ulong limit) => (ulong)(Bits(material) % limit);

    /// <exception cref="ArgumentException">Fewer than 16 bytes.</exception>
    public static UInt128 Bits(ReadOnlySpan<byte> material) =>
        material.Length >= 16
            ? BinaryPrimitives.ReadUInt128BigEndian(material)
            : throw new ArgumentException("At least 16 bytes of key material are needed.", nameof(material));
}
