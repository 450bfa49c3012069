using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Layar.Kernel.Secrets;

/// <summary>
/// Seals single fields with AES-256-GCM: version (1 byte), key number (4), nonce (12), cipher text, tag (16). The place
/// (table, column, row) is authenticated, so that a value moved to another row does not open.
/// </summary>
public sealed class FieldCipher(KeyRing ring)
{
    private const int Head = 17;
    private const int Tag = 16;

    public byte[]? Seal(string? text, string column, Guid row) => text is null ? null : Seal(Encoding.UTF8.GetBytes(text), column, row);

    public byte[] Seal(ReadOnlySpan<byte> plain, string column, Guid row)
    {
        var number = ring.Current;
        var output = new byte[Head + plain.Length + Tag];
        output[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(output.AsSpan(1), number);
        RandomNumberGenerator.Fill(output.AsSpan(5, 12));
        With(number).Encrypt(output.AsSpan(5, 12), plain, output.AsSpan(Head, plain.Length), output.AsSpan(Head + plain.Length), Place(column, row));
        return output;
    }

    public string? Open(byte[]? value, string column, Guid row) => value is null ? null : Encoding.UTF8.GetString(OpenBytes(value, column, row));

    /// <exception cref="CryptographicException">when the value was changed, moved or sealed with an unknown key</exception>
    public byte[] OpenBytes(byte[] value, string column, Guid row)
    {
        if (value.Length < Head + Tag || value[0] != 1) throw new CryptographicException("Not a sealed field.");
        var plain = new byte[value.Length - Head - Tag];
        With(KeyOf(value)).Decrypt(value.AsSpan(5, 12), value.AsSpan(Head, plain.Length), value.AsSpan(Head + plain.Length), plain, Place(column, row));
        return plain;
    }

    /// <summary>Setting a key up costs more than sealing a short field with it; each thread keeps the one it used last.</summary>
    private AesGcm With(int number)
    {
        if (last is { } known && known.Number == number && ReferenceEquals(known.Ring, ring)) return known.Aes;
        var aes = new AesGcm(ring.Data(number), Tag);
        last = new Prepared(ring, number, aes);
        return aes;
    }

    [ThreadStatic] private static Prepared? last;

    private sealed record Prepared(KeyRing Ring, int Number, AesGcm Aes);

    /// <summary>Number of the key that sealed this value.</summary>
    public static int KeyOf(byte[] value) => BinaryPrimitives.ReadInt32BigEndian(value.AsSpan(1));

    private static byte[] Place(string column, Guid row) => Encoding.UTF8.GetBytes($"{column}/{row:N}");
}
