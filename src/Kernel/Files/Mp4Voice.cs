using System.Buffers.Binary;
using System.Text;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>Boxes of an MP4 or M4A recording (ISO/IEC 14496-12). What is not on the list becomes free room of the same size, and times of making become zero.</summary>
internal sealed class Mp4Voice(byte[] bytes)
{
    private const int Deepest = 8;

    private static readonly HashSet<string> Entered = ["moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "mvex"];

    private static readonly HashSet<string> Passing =
    [
        "ftyp", "mvhd", "tkhd", "mdhd", "hdlr", "edts", "smhd", "dinf", "stsd", "stts", "stsc", "stsz", "stz2", "stco", "co64", "sgpd", "sbgp",
        "mehd", "trex", "mfhd", "tfhd", "tfdt", "trun", "sidx", "mdat",
    ];

    private int sounds, others, foreign, tables;
    private bool moving;
    private TimeSpan? length;

    public Outcome<CleanVoice> Clean()
    {
        if (!Boxes(0, bytes.Length, 0)) return VoiceContent.Damaged;
        if (others > 0) return VoiceContent.Video;
        if (sounds != 1 || foreign > 0 || tables == 0) return VoiceContent.Unknown;
        return moving ? new CleanVoice(VoiceKind.Mp4, length, bytes) : VoiceContent.Damaged;
    }

    private bool Boxes(int at, int end, int depth)
    {
        if (depth > Deepest) return false;
        while (at < end)
        {
            if (end - at < 8) return false;
            var (head, size) = (8, (long)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)));
            if (size == 0) size = end - at;
            if (size == 1)
            {
                if (end - at < 16) return false;
                (head, size) = (16, BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(at + 8)));
            }
            if (size < head || size > end - at) return false;
            if (!Box(at, head, (int)size, depth)) return false;
            at += (int)size;
        }
        return true;
    }

    private bool Box(int at, int head, int size, int depth)
    {
        var name = Encoding.Latin1.GetString(bytes, at + 4, 4);
        if (Entered.Contains(name)) return Boxes(at + head, at + size, depth + 1);
        var data = bytes.AsSpan(at + head, size - head);
        if (Passing.Contains(name)) return Read(name, data);
        "free"u8.CopyTo(bytes.AsSpan(at + 4));
        data.Clear();
        return true;
    }

    private bool Read(string name, Span<byte> data)
    {
        if (name == "mdat") moving = true;
        return name switch
        {
            "mvhd" => Timeless(data) && Lasts(data),
            "tkhd" or "mdhd" => Timeless(data),
            "hdlr" => Handler(data),
            "stsd" => Codec(data),
            _ => true,
        };
    }

    private static bool Timeless(Span<byte> data)
    {
        var times = data.Length > 0 && data[0] == 1 ? 16 : 8;
        if (data.Length < 4 + times + 12) return false;
        data.Slice(4, times).Clear();
        return true;
    }

    private bool Lasts(ReadOnlySpan<byte> data)
    {
        var isLong = data[0] == 1;
        if (data.Length < (isLong ? 32 : 20)) return false;
        var unit = BinaryPrimitives.ReadUInt32BigEndian(data[(isLong ? 20 : 12)..]);
        var ticks = isLong ? BinaryPrimitives.ReadUInt64BigEndian(data[24..]) : BinaryPrimitives.ReadUInt32BigEndian(data[16..]);
        if (unit > 0 && ticks > 0 && ticks / unit < 86_400) length = TimeSpan.FromSeconds((double)ticks / unit);
        return true;
    }

    // The kind of track, and behind it a name that recorders give.
    private bool Handler(Span<byte> data)
    {
        if (data.Length < 24) return false;
        if (data.Slice(8, 4).SequenceEqual("soun"u8)) sounds++;
        else others++;
        data[24..].Clear();
        return true;
    }

    private bool Codec(ReadOnlySpan<byte> data)
    {
        if (data.Length < 16) return false;
        tables++;
        var codec = data.Slice(12, 4);
        if (!codec.SequenceEqual("mp4a"u8) && !codec.SequenceEqual("Opus"u8)) foreign++;
        return true;
    }
}
