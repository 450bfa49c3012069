using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Layar.Kernel.Files;

namespace Layar.Testing;

/// <summary>Small whole files with a canary planted wherever metadata can stand.</summary>
public static class Samples
{
    public const string Canary = "GPS-2.2000,115.6000";

    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(Canary);

    public static byte[] Jpeg(int width = 8, int height = 8, int orientation = 6) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 2, 2, .. Secret[..12]]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, .. Secret]),
        .. Segment(0xED, Secret),
        .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. Secret]),
        .. Segment(0xFE, Secret),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, 1, .. new byte[15], 0]),
        .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    public static byte[] Png(int width = 2, int height = 1) =>
    [
        .. PngStructure.Signature,
        .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]),
        .. Chunk("tEXt", [.. "Comment\0"u8, .. Secret]),
        .. Chunk("zTXt", Secret),
        .. Chunk("iTXt", Secret),
        .. Chunk("eXIf", Tiff(8)),
        .. Chunk("tIME", [7, 234, 11, 21, 9, 0, 0]),
        .. Chunk("IDAT", Zlib([0, 1, 2])),
        .. Chunk("prVt", Secret),
        .. Chunk("IEND", []),
    ];

    public static byte[] WebP(byte flags = 0x3C)
    {
        byte[] body =
        [
            .. "WEBP"u8,
            .. Riff("VP8X", [flags, 0, 0, 0, 1, 0, 0, 0, 0, 0]),
            .. Riff("ICCP", Secret),
            .. Riff("VP8L", [0x2F, 1, 0, 0, 0, 7]),
            .. Riff("EXIF", Tiff(3)),
            .. Riff("XMP ", Secret),
        ];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    public static byte[] Tiff(int orientation) =>
        [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Secret];

    public static byte[] Segment(byte marker, byte[] payload) =>
        [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big(data.Length), .. checkedPart, .. Big((int)PngChecksum.Of(checkedPart))];
    }

    public static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    private static byte[] Riff(string type, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(type), .. Little(data.Length), .. data, .. new byte[data.Length % 2]];

    private static byte[] Zlib(byte[] raw)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(raw);
        return packed.ToArray();
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
