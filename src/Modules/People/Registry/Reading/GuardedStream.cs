namespace Layar.People.Registry.Reading;

/// <summary>Stops a part of a workbook that unpacks to more than its packed size can honestly hold.</summary>
internal sealed class GuardedStream(Stream inner, long packed, string file) : Stream
{
    private const long Free = 64L << 20;
    private const long Ratio = 200;

    /// <summary>A mark (<c>&lt;row …&gt;</c>) that is longer than this was made to fill the memory.</summary>
    private const int LongestMark = 1 << 20;
    private long total;
    private long open;

    /// <summary>Share of the packed bytes that this much of the text stands for, as far as can be guessed.</summary>
    public long Total => total;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new ReadingFault("truncated", file);
        }
        total += read;
        if (total > Free && total > packed * Ratio) throw new ReadingFault("bomb", file);
        Measure(buffer[..read]);
        return read;
    }

    /// <summary>A reader of XML holds a mark with all its attributes at once.</summary>
    private void Measure(ReadOnlySpan<byte> bytes)
    {
        var (begins, ends) = (bytes.LastIndexOf((byte)'<'), bytes.LastIndexOf((byte)'>'));
        open = begins > ends ? bytes.Length - begins : ends >= 0 ? 0 : open > 0 ? open + bytes.Length : 0;
        if (open > LongestMark) throw new ReadingFault("bomb", file);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => total; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
