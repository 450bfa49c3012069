using System.Buffers.Binary;
using System.Security.Cryptography;
using Layar.Kernel.Files;

namespace Layar.People.Registry.Uploading;

/// <summary>
/// A large file sealed in pieces of 64 KiB (AES-256-GCM, a key of its own), which can be read from any place. The nonce counts
/// the pieces, so that pieces cannot be changed or swapped unseen.
/// </summary>
internal sealed class SealedUpload : Stream
{
    private const int Piece = 64 * 1024;
    private const int Tag = 16;
    private const int Head = 8;
    private readonly FileStream file;
    private readonly AesGcm aes;
    private readonly long length;
    private readonly byte[] plain = new byte[Piece];
    private readonly byte[] packed = new byte[Piece + Tag];
    private long piece = -1;
    private int filled;

    private SealedUpload(FileStream file, AesGcm aes, long length) => (this.file, this.aes, this.length) = (file, aes, length);

    /// <summary>Writes all that comes; returns its length and SHA-256. On a failure nothing is left behind.</summary>
    /// <param name="most">bytes at most; beyond it <see cref="InvalidDataException"/></param>
    public static async Task<(long Length, byte[] Hash)> Write(string path, byte[] key, Stream source, long most, CancellationToken stop)
    {
        var bytes = new byte[Piece];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var aes = new AesGcm(key, Tag);
        try
        {
            await using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 17);
            output.Write(new byte[Head]);
            var (total, number) = (0L, 0L);
            for (int read; (read = await source.ReadAtLeastAsync(bytes, Piece, throwOnEndOfStream: false, stop)) > 0; number++)
            {
                if ((total += read) > most) throw new InvalidDataException("too large");
                hash.AppendData(bytes, 0, read);
                output.Write(Packed(aes, number, bytes.AsSpan(0, read)));
            }
            output.Position = 0;
            output.Write(Number(total));
            output.Flush(flushToDisk: true);
            DurableFile.KeepName(path);
            return (total, hash.GetHashAndReset());
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <exception cref="FileNotFoundException">when it is gone</exception>
    public static SealedUpload Open(string path, byte[] key)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var head = new byte[Head];
        file.ReadExactly(head);
        return new SealedUpload(file, new AesGcm(key, Tag), BinaryPrimitives.ReadInt64BigEndian(head));
    }

    /// <exception cref="CryptographicException">when a byte was changed</exception>
    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.IsEmpty) return 0;
        if (Position / Piece != piece) Load(Position / Piece);
        var offset = (int)(Position % Piece);
        var take = Math.Min(buffer.Length, filled - offset);
        plain.AsSpan(offset, take).CopyTo(buffer);
        Position += take;
        return take;
    }

    private void Load(long number)
    {
        var size = (int)Math.Min(Piece, length - number * Piece);
        RandomAccess.Read(file.SafeFileHandle, packed.AsSpan(0, size + Tag), Head + number * (Piece + Tag));
        aes.Decrypt(Nonce(number), packed.AsSpan(0, size), packed.AsSpan(size, Tag), plain.AsSpan(0, size));
        (piece, filled) = (number, size);
    }

    private static byte[] Packed(AesGcm aes, long number, ReadOnlySpan<byte> plain)
    {
        var packed = new byte[plain.Length + Tag];
        aes.Encrypt(Nonce(number), plain, packed.AsSpan(0, plain.Length), packed.AsSpan(plain.Length));
        return packed;
    }

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        return nonce;
    }

    private static byte[] Number(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            aes.Dispose();
        }
        base.Dispose(disposing);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => length + offset };
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
