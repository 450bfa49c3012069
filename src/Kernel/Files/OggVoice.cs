using System.Buffers.Binary;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>Pages of an Opus recording in Ogg (RFC 3533, RFC 7845). Its comments are replaced by none; all else passes with new numbers of pages.</summary>
internal static class OggVoice
{
    private const int Head = 27, Whole = 255, PerSecond = 48_000;
    private const byte First = 0x02;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i << 24, (sum, _) => sum << 1 ^ ((sum & 0x80000000) != 0 ? 0x04C11DB7u : 0)))];

    private static readonly byte[] NoComments = [.. "OpusTags"u8, .. new byte[8]];

    public static Outcome<CleanVoice> Clean(ReadOnlySpan<byte> bytes)
    {
        var output = new MemoryStream(bytes.Length);
        var rest = bytes;
        if (!Page(ref rest, out var page) || !Body(page).StartsWith("OpusHead"u8) || Body(page).Length < 19) return page.IsEmpty ? VoiceContent.Damaged : VoiceContent.Unknown;
        var (serial, skipped, granule, number) = (Serial(page), BinaryPrimitives.ReadUInt16LittleEndian(Body(page)[10..]), 0L, 2u);
        output.Write(page);
        if (!Comments(ref rest, serial)) return VoiceContent.Damaged;
        output.Write(Made(serial));
        while (!rest.IsEmpty)
        {
            if (!Page(ref rest, out page) || Serial(page) != serial || (page[5] & First) != 0) return VoiceContent.Damaged;
            var time = BinaryPrimitives.ReadInt64LittleEndian(page[6..]);
            if (time > granule) granule = time;
            output.Write(Numbered(page, number++));
        }
        if (number == 2) return VoiceContent.Damaged;
        var seconds = Math.Clamp((double)(granule - skipped) / PerSecond, 0, 86_400);
        return new CleanVoice(VoiceKind.Ogg, TimeSpan.FromSeconds(seconds), output.ToArray());
    }

    /// <summary>Comments may go over several pages and end with one.</summary>
    private static bool Comments(ref ReadOnlySpan<byte> rest, uint serial)
    {
        for (var begun = false; ; begun = true)
        {
            if (!Page(ref rest, out var page) || Serial(page) != serial) return false;
            if (!begun && !Body(page).StartsWith("OpusTags"u8)) return false;
            var lengths = page.Slice(Head, page[26]);
            var end = lengths.IndexOfAnyExcept((byte)Whole);
            if (end >= 0) return end == lengths.Length - 1;
        }
    }

    private static bool Page(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> page)
    {
        page = [];
        if (rest.Length < Head || !rest.StartsWith("OggS"u8) || rest[4] != 0 || rest.Length < Head + rest[26]) return false;
        var length = Head + rest[26];
        foreach (var part in rest.Slice(Head, rest[26])) length += part;
        if (rest.Length < length || Sum(rest[..length]) != BinaryPrimitives.ReadUInt32LittleEndian(rest[22..])) return false;
        page = rest[..length];
        rest = rest[length..];
        return true;
    }

    private static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> page) => page.IsEmpty ? page : page[(Head + page[26])..];

    private static uint Serial(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt32LittleEndian(page[14..]);

    private static byte[] Made(uint serial)
    {
        byte[] page = [.. "OggS"u8, .. new byte[22], 1, (byte)NoComments.Length, .. NoComments];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), serial);
        return Numbered(page, 1);
    }

    private static byte[] Numbered(ReadOnlySpan<byte> page, uint number)
    {
        var copy = page.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(18), number);
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(22), Sum(copy));
        return copy;
    }

    /// <summary>The checksum of a page with zeros in its own place.</summary>
    internal static uint Sum(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        for (var i = 0; i < page.Length; i++) sum = sum << 8 ^ Table[(sum >> 24) ^ (i is >= 22 and < 26 ? 0u : page[i])];
        return sum;
    }
}
