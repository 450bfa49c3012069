using System.Buffers.Binary;
using System.Text;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>Chunks of a PNG, copied by a list of what may pass.</summary>
internal sealed class PngStructure(Stream output)
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    private int width, height, orientation = 1;
    private readonly PngPixels packed = new();
    private bool pixels;

    public Outcome<PhotoFacts> Copy(ReadOnlySpan<byte> bytes)
    {
        output.Write(Signature);
        for (var at = Signature.Length; ;)
        {
            if (at + 12 > bytes.Length) return Damage.Truncated;
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > int.MaxValue) return Damage.Damaged;
            if (at + 12 + (long)length > bytes.Length) return Damage.Truncated;
            var chunk = bytes.Slice(at, 12 + (int)length);
            if (!Chunk(chunk, chunk[4..8], chunk[8..^4])) return Damage.Damaged;
            if (chunk[4..8].SequenceEqual("IEND"u8)) break;
            at += chunk.Length;
        }
        // A picture above the cap is refused for its size; its pixels are not even counted.
        var counts = pixels && ((long)width * height > PhotoContent.MaxPixels || packed.Fit());
        return counts ? new PhotoFacts(FileKind.Png, width, height, orientation) : Damage.Damaged;
    }

    private bool Chunk(ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        if (width == 0 != type.SequenceEqual("IHDR"u8)) return false;
        if (type.SequenceEqual("IHDR"u8) && !Header(data)) return false;
        if (type.SequenceEqual("eXIf"u8)) orientation = ExifOrientation.Read(data);
        if (Fits(type, data.Length) is not { } fits) return (type[0] & 0x20) != 0;
        if (!fits || PngChecksum.Of(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..])) return false;
        if (type.SequenceEqual("IDAT"u8))
        {
            pixels = true;
            packed.Add(data);
        }
        output.Write(chunk);
        return true;
    }

    private bool Header(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13) return false;
        width = BinaryPrimitives.ReadInt32BigEndian(data);
        height = BinaryPrimitives.ReadInt32BigEndian(data[4..]);
        packed.Expect(width, height, data[8], data[9]);
        return width > 0 && height > 0;
    }

    // Null for a chunk that stays behind: text, time, EXIF, colour profile, animation, anything private.
    private static bool? Fits(ReadOnlySpan<byte> type, int length) => Encoding.ASCII.GetString(type) switch
    {
        "IHDR" => length == 13,
        "PLTE" => length is > 0 and <= 768 && length % 3 == 0,
        "IDAT" => true,
        "IEND" => length == 0,
        "tRNS" => length <= 256,
        "gAMA" => length == 4,
        "cHRM" => length == 32,
        "sRGB" => length == 1,
        "sBIT" => length <= 4,
        "bKGD" => length <= 6,
        "pHYs" => length == 9,
        _ => null,
    };
}
