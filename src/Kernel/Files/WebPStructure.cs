using System.Buffers.Binary;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>Chunks of a WebP (RFC 9649), copied by a list of what may pass.</summary>
internal sealed class WebPStructure(Stream output)
{
    private const byte AlphaFlag = 0x10;
    private const byte AnimationFlag = 0x02;
    private const uint LongestMetadata = 1 << 24;
    private const byte ProfileFlag = 0x20, ExifFlag = 0x08, XmpFlag = 0x04;

    private readonly MemoryStream body = new();
    private int width, height, canvasWidth, canvasHeight, orientation = 1;
    private bool animated;
    private int announced, found;

    public Outcome<PhotoFacts> Copy(ReadOnlySpan<byte> bytes)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L;
        if (size > bytes.Length) return Damage.Truncated;
        if (size < 12) return Damage.Damaged;
        var rest = bytes[12..(int)size];
        while (rest.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (length > rest.Length - 8) return Damage.Damaged;
            if (!Chunk(rest[..4], rest.Slice(8, (int)length))) return animated ? new Refusal("kernel.file.animated") : Damage.Damaged;
            // Chunks start at even places.
            rest = rest[Math.Min(rest.Length, 8 + (int)length + (int)(length & 1))..];
        }
        return Finish();
    }

    private bool Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        if (type.SequenceEqual("VP8X"u8)) return body.Length == 0 && Canvas(data);
        if (type.SequenceEqual("VP8 "u8)) return width == 0 && Lossy(data) && Picture(type, data);
        if (type.SequenceEqual("VP8L"u8)) return width == 0 && Lossless(data) && Picture(type, data);
        if (type.SequenceEqual("ALPH"u8)) return width == 0 && canvasWidth > 0 && Picture(type, data);
        if (type.SequenceEqual("EXIF"u8)) orientation = ExifOrientation.Read(data);
        found |= type switch
        {
            [(byte)'I', (byte)'C', (byte)'C', (byte)'P'] => ProfileFlag,
            [(byte)'E', (byte)'X', (byte)'I', (byte)'F'] => ExifFlag,
            [(byte)'X', (byte)'M', (byte)'P', (byte)' '] => XmpFlag,
            _ => 0,
        };
        return true;
    }

    // The flags for colour profile, EXIF and XMP go out with their chunks.
    private bool Canvas(ReadOnlySpan<byte> data)
    {
        if (data.Length != 10) return false;
        animated = (data[0] & AnimationFlag) != 0;
        announced = data[0] & (ProfileFlag | ExifFlag | XmpFlag);
        canvasWidth = 1 + (data[4] | data[5] << 8 | data[6] << 16);
        canvasHeight = 1 + (data[7] | data[8] << 8 | data[9] << 16);
        return !animated && Keep("VP8X"u8, [(byte)(data[0] & AlphaFlag), 0, 0, 0, .. data[4..]]);
    }

    private bool Lossy(ReadOnlySpan<byte> data)
    {
        // A key frame (first bit 0) with its start code; fourteen bits each, the others scale.
        if (data.Length < 10 || (data[0] & 1) != 0 || !data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])) return false;
        width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF;
        height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF;
        return width > 0 && height > 0;
    }

    private bool Lossless(ReadOnlySpan<byte> data)
    {
        if (data.Length < 5 || data[0] != 0x2F) return false;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        width = 1 + (int)(bits & 0x3FFF);
        height = 1 + (int)(bits >> 14 & 0x3FFF);
        return true;
    }

    private bool Picture(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) =>
        !Swallowed(data, "EXIF"u8) && !Swallowed(data, "XMP "u8) && data.IndexOf("Exif\0\0"u8) < 0 && data.IndexOf("http://ns.adobe.com/"u8) < 0 && Keep(type, data);

    /// <summary>A chunk of metadata lies inside a picture chunk whose length is wrong: its name, and a length that metadata can have.</summary>
    private static bool Swallowed(ReadOnlySpan<byte> data, ReadOnlySpan<byte> type)
    {
        for (int at; (at = data.IndexOf(type)) >= 0; data = data[(at + 1)..])
            if (data.Length - at >= 8 && BinaryPrimitives.ReadUInt32LittleEndian(data[(at + 4)..]) is > 0 and < LongestMetadata) return true;
        return false;
    }

    private bool Keep(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        body.Write(type);
        body.Write(length);
        body.Write(data);
        if (data.Length % 2 != 0) body.WriteByte(0);
        return true;
    }

    private Outcome<PhotoFacts> Finish()
    {
        if (width == 0 || (canvasWidth > 0 && (canvasWidth, canvasHeight) != (width, height))) return Damage.Damaged;
        // Metadata that is announced but not found may have been swallowed by a picture chunk with a wrong length.
        if ((announced & ~found) != 0) return Damage.Damaged;
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)body.Length + 4);
        output.Write("RIFF"u8);
        output.Write(size);
        output.Write("WEBP"u8);
        body.WriteTo(output);
        return new PhotoFacts(FileKind.WebP, width, height, orientation);
    }
}
