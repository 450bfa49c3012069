using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>Elements of a WebM recording (RFC 8794, RFC 9559). What is not on the list becomes empty room of the same size, so that no place in the file moves.</summary>
internal sealed class WebMVoice(byte[] bytes)
{
    private const uint Void = 0xEC, DocType = 0x4282, Scale = 0x2AD7B1, Duration = 0x4489, TrackType = 0x83, Codec = 0x86, Time = 0xE7, SimpleBlock = 0xA3, Block = 0xA1;
    private const uint MuxingApp = 0x4D80, WritingApp = 0x5741;
    private const ulong Sound = 2;
    private const double Nanoseconds = 1e9;

    // The document, its segment, what it says of itself, tracks with their sound, clusters and groups of blocks.
    private static readonly HashSet<uint> Entered = [0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE1, 0x1F43B675, 0xA0];

    // Versions; clock; numbers, codec and sampling of tracks; blocks; the tables of places.
    private static readonly HashSet<uint> Passing =
    [
        0x4286, 0x42F7, 0x42F2, 0x42F3, DocType, 0x4287, 0x4285, Scale, Duration, MuxingApp, WritingApp,
        0xD7, 0x73C5, TrackType, Codec, 0x63A2, 0x56AA, 0x56BB, 0x23E383, 0xB9, 0x88, 0x55AA, 0x9C, 0x22B59C, 0xB5, 0x9F, 0x6264, 0x78B5,
        Time, SimpleBlock, Block, 0x9B, 0xA7, 0xAB, 0xFB, 0x75A2, 0x114D9B74, 0x1C53BB6B,
    ];

    // Recorders that browsers have built in; any other name may be that of a device.
    private static readonly string[] Recorders = ["Chrome", "QTmuxingAppLibWebM-0.0.1", "libwebm-0.2.1.0"];

    private int at;
    private ulong scale = 1_000_000, cluster, last;
    private double duration;
    private int sounds, others, blocks;
    private bool named;

    public Outcome<CleanVoice> Clean()
    {
        while (at < bytes.Length)
            if (!Next()) return VoiceContent.Damaged;
        if (others > 0) return VoiceContent.Video;
        if (!named || sounds != 1) return VoiceContent.Unknown;
        if (blocks == 0) return VoiceContent.Damaged;
        var ticks = duration is > 0 and < 1e9 ? duration : last;
        return new CleanVoice(VoiceKind.WebM, TimeSpan.FromSeconds(Math.Min(ticks * scale / Nanoseconds, 86_400)), bytes);
    }

    private bool Next()
    {
        var start = at;
        if (!Number(keepMarker: true, out var name, out _) || !Number(keepMarker: false, out var size, out var endless)) return false;
        var id = (uint)name;
        if (Entered.Contains(id)) return endless || size <= (ulong)(bytes.Length - at);
        if (endless || size > (ulong)(bytes.Length - at)) return false;
        var data = bytes.AsSpan(at, (int)size);
        at += (int)size;
        if (Passing.Contains(id)) return Read(id, data);
        Empty(bytes.AsSpan(start, at - start));
        return true;
    }

    private bool Read(uint id, Span<byte> data)
    {
        if (id == DocType) return data.TrimEnd((byte)0).SequenceEqual("webm"u8);
        if (id is MuxingApp or WritingApp && !Recorders.Contains(Encoding.ASCII.GetString(data))) data.Clear();
        if (id == Scale) scale = Unsigned(data);
        if (id == Duration) duration = data.Length == 8 ? BinaryPrimitives.ReadDoubleBigEndian(data) : data.Length == 4 ? BinaryPrimitives.ReadSingleBigEndian(data) : 0;
        if (id == TrackType && Unsigned(data) == Sound) sounds++;
        else if (id == TrackType) others++;
        if (id == Codec) named = data.SequenceEqual("A_OPUS"u8);
        if (id == Time) cluster = Unsigned(data);
        // Number of the track in one byte, time since the cluster in two.
        if (id is not (SimpleBlock or Block)) return true;
        blocks++;
        if (data.Length < 4) return false;
        last = Math.Max(last, cluster + (ulong)Math.Max((short)0, BinaryPrimitives.ReadInt16BigEndian(data[1..])));
        return true;
    }

    /// <summary>Numbers say in the zeros before their first one how long they are; all ones means: no end is known.</summary>
    private bool Number(bool keepMarker, out ulong value, out bool endless)
    {
        (value, endless) = (0, false);
        if (at >= bytes.Length) return false;
        var length = BitOperations.LeadingZeroCount((uint)bytes[at]) - 24 + 1;
        if (length > (keepMarker ? 4 : 8) || at + length > bytes.Length) return false;
        value = keepMarker ? bytes[at] : (ulong)(bytes[at] & (0xFF >> length));
        for (var i = 1; i < length; i++) value = value << 8 | bytes[at + i];
        endless = !keepMarker && value == (1UL << 7 * length) - 1;
        at += length;
        return true;
    }

    private static void Empty(Span<byte> element)
    {
        element.Clear();
        element[0] = (byte)Void;
        if (element.Length <= 128) element[1] = (byte)(0x80 | element.Length - 2);
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(element[1..], (ulong)(element.Length - 9));
            element[1] = 0x01;
        }
    }

    private static ulong Unsigned(ReadOnlySpan<byte> data)
    {
        ulong value = 0;
        foreach (var b in data.Length <= 8 ? data : []) value = value << 8 | b;
        return value;
    }
}
