using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Layar.Kernel.Backups;

/// <summary>
/// AES-256-GCM over a long stream in pieces of 64 KiB: length (4 bytes), cipher text, tag (16). The nonce counts the pieces
/// and marks the last one, so that pieces cannot be changed, swapped, repeated or cut off unseen.
/// </summary>
internal sealed class SealedWriter(Stream output, byte[] key) : Stream
{
    internal const int Piece = 64 * 1024;
    private readonly AesGcm aes = new(key, 16);
    private readonly byte[] plain = new byte[Piece];
    private readonly byte[] sealedBytes = new byte[4 + Piece + 16];
    private int filled;
    private long pieces;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (filled == Piece) WritePiece(last: false);
            var take = Math.Min(buffer.Length, Piece - filled);
            buffer[..take].CopyTo(plain.AsSpan(filled));
            filled += take;
            buffer = buffer[take..];
        }
    }

    /// <summary>Writes the marked last piece; without it the stream does not open.</summary>
    public void Finish() => WritePiece(last: true);

    private void WritePiece(bool last)
    {
        BinaryPrimitives.WriteInt32BigEndian(sealedBytes, filled);
        aes.Encrypt(Nonce(pieces++, last), plain.AsSpan(0, filled), sealedBytes.AsSpan(4, filled), sealedBytes.AsSpan(4 + filled, 16), sealedBytes.AsSpan(0, 4));
        output.Write(sealedBytes, 0, 4 + filled + 16);
        filled = 0;
    }

    internal static byte[] Nonce(long piece, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce, piece);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) aes.Dispose();
        base.Dispose(disposing);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    public override void Flush() => output.Flush();
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>Reads what <see cref="SealedWriter"/> wrote.</summary>
internal sealed class SealedReader(Stream input, byte[] key) : Stream
{
    private readonly AesGcm aes = new(key, 16);
    private readonly byte[] plain = new byte[SealedWriter.Piece];
    private readonly byte[] sealedBytes = new byte[SealedWriter.Piece + 16];
    private int filled;
    private int taken;
    private long pieces;
    private bool ended;

    /// <exception cref="CryptographicException">when a byte was changed, a piece is missing, or the key is another one</exception>
    public override int Read(Span<byte> buffer)
    {
        while (taken == filled)
        {
            if (ended) return 0;
            ReadPiece();
        }
        var take = Math.Min(buffer.Length, filled - taken);
        plain.AsSpan(taken, take).CopyTo(buffer);
        taken += take;
        return take;
    }

    private void ReadPiece()
    {
        var head = new byte[4];
        if (input.ReadAtLeast(head, 4, throwOnEndOfStream: false) < 4) throw new CryptographicException("The backup ends early.");
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length is < 0 or > SealedWriter.Piece) throw new CryptographicException("The backup was changed.");
        if (input.ReadAtLeast(sealedBytes.AsSpan(0, length + 16), length + 16, throwOnEndOfStream: false) < length + 16) throw new CryptographicException("The backup ends early.");
        if (!Opens(head, length, last: false))
        {
            if (!Opens(head, length, last: true)) throw new CryptographicException("The backup was changed, or it was sealed with another key ring.");
            ended = true;
        }
        pieces++;
        (filled, taken) = (length, 0);
    }

    private bool Opens(byte[] head, int length, bool last)
    {
        try
        {
            aes.Decrypt(SealedWriter.Nonce(pieces, last), sealedBytes.AsSpan(0, length), sealedBytes.AsSpan(length, 16), plain.AsSpan(0, length), head);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) aes.Dispose();
        base.Dispose(disposing);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
