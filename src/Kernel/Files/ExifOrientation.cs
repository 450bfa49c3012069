using System.Buffers.Binary;

namespace Layar.Kernel.Files;

/// <summary>The one thing worth knowing from EXIF: which side is up.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>1 to 8; 1 whenever the block is absent, broken or silent.</summary>
    /// <param name="block">A TIFF block, with or without the leading <c>Exif\0\0</c>.</param>
    public static int Read(ReadOnlySpan<byte> block)
    {
        if (block.StartsWith("Exif\0\0"u8)) block = block[6..];
        if (block.Length < 8) return 1;
        var little = block.StartsWith("II"u8);
        if (!little && !block.StartsWith("MM"u8)) return 1;
        var start = Long(block[4..], little);
        if (start > block.Length - 2) return 1;
        var directory = block[(int)start..];
        for (int i = 0, count = Short(directory, little); i < count && directory.Length >= 14 + 12 * i; i++)
        {
            var entry = directory.Slice(2 + 12 * i, 12);
            if (Short(entry, little) == Tag) return Short(entry[8..], little) is >= 1 and <= 8 and var value ? value : 1;
        }
        return 1;
    }

    /// <summary>A whole APP1 segment that says the orientation and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
