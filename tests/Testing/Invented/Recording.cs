using System.Buffers.Binary;
using System.Text;

namespace Layar.Testing.Invented;

/// <summary>Small recordings as phones and browsers make them, with a name in every place that holds one.</summary>
public static class Recording
{
    public const string Canary = "HP Pak Contoh 2.2000,115.6000";

    /// <summary>Opus in WebM, three clusters of a second; the head and the clusters have no end, as a browser writes them while it records.</summary>
    public static byte[] WebM(int seed = 1, int seconds = 3, bool picture = false, string app = "Chrome") =>
    [
        .. Element(0x1A45DFA3, [.. Element(0x4286, 1), .. Element(0x42F7, 1), .. Element(0x42F2, 4), .. Element(0x42F3, 8), .. Element(0x4282, "webm"u8), .. Element(0x4287, 4), .. Element(0x4285, 2)]),
        0x18, 0x53, 0x80, 0x67, .. Endless,
        .. Element(0x1549A966, [.. Element(0x2AD7B1, 0x0F, 0x42, 0x40), .. Element(0x7BA9, Encoding.UTF8.GetBytes(Canary)), .. Element(0x4461, 1, 2, 3, 4, 5, 6, 7, 8), .. Element(0x4D80, Encoding.UTF8.GetBytes(app)), .. Element(0x5741, Encoding.UTF8.GetBytes(app))]),
        .. Element(0x1654AE6B, [.. Track(1, 2, "A_OPUS"), .. picture ? Track(2, 1, "V_VP8") : []]),
        .. Enumerable.Range(0, seconds).SelectMany(s => (byte[])[0x1F, 0x43, 0xB6, 0x75, .. Endless, .. Element(0xE7, (byte)(s * 1000 >> 8), (byte)(s * 1000)), .. Block(seed, 0), .. Block(seed + s, 980)]),
        .. Element(0x1254C367, Encoding.UTF8.GetBytes(new string('x', 200) + Canary)),
    ];

    /// <summary>As a browser leaves it: nothing in it that names anybody.</summary>
    public static byte[] Plain(int seed = 1, int bytes = 2000)
    {
        var sound = new byte[bytes];
        new Random(seed).NextBytes(sound);
        return
        [
            .. Element(0x1A45DFA3, [.. Element(0x4282, "webm"u8)]), 0x18, 0x53, 0x80, 0x67, .. Endless,
            .. Element(0x1549A966, [.. Element(0x2AD7B1, 0x0F, 0x42, 0x40), .. Element(0x4D80, "Chrome"u8), .. Element(0x5741, "Chrome"u8)]), .. Element(0x1654AE6B, Element(0xAE, Sound(1, 2, "A_OPUS"))),
            0x1F, 0x43, 0xB6, 0x75, .. Endless, .. Element(0xE7, 0), .. Element(0xA3, [0x81, 0x03, 0xE8, 0x80, .. sound]),
        ];
    }

    /// <summary>Opus in Ogg, as WhatsApp sends it.</summary>
    public static byte[] Ogg(int seconds = 2, uint serial = 7)
    {
        var comment = Encoding.UTF8.GetBytes("ARTIST=" + Canary);
        byte[] tags = [.. "OpusTags"u8, .. Little(4), .. "rec1"u8, .. Little(1), .. Little(comment.Length), .. comment];
        return
        [
            .. Page(serial, 0, 2, 0, [.. "OpusHead"u8, 1, 1, 0x38, 0x01, 0x80, 0xBB, 0, 0, 0, 0, 0]), .. Page(serial, 1, 0, 0, tags),
            .. Enumerable.Range(1, seconds).SelectMany(s => Page(serial, (uint)(s + 1), s == seconds ? (byte)4 : (byte)0, 312 + 48_000L * s, [.. Enumerable.Repeat((byte)s, 120)])),
        ];
    }

    /// <summary>AAC in MP4, as an iPhone or the recorder of an Android phone makes it.</summary>
    public static byte[] M4a(int seconds = 4, string codec = "mp4a", string kind = "soun") =>
    [
        .. Box("ftyp", "M4A \0\0\0\0"u8.ToArray()),
        .. Box("moov",
        [
            .. Box("mvhd", [.. new byte[4], .. Big(0xE1000000), .. Big(0xE1000001), .. Big(1000), .. Big((uint)seconds * 1000), .. new byte[80]]),
            .. Box("trak", [.. Box("tkhd", [.. new byte[4], .. Big(0xE1000000), .. Big(0xE1000001), .. new byte[72]]), .. Box("mdia",
            [
                .. Box("mdhd", [.. new byte[4], .. Big(0xE1000000), .. Big(0xE1000001), .. new byte[12]]), .. Box("hdlr", [.. new byte[8], .. Encoding.ASCII.GetBytes(kind), .. new byte[12], .. Encoding.UTF8.GetBytes(Canary)]),
                .. Box("minf", Box("stbl", Box("stsd", [.. new byte[4], .. Big(1), .. Big(36), .. Encoding.ASCII.GetBytes(codec), .. new byte[28]]))),
            ])]),
            .. Box("udta", Encoding.UTF8.GetBytes(Canary)), .. Box("meta", Encoding.UTF8.GetBytes(Canary)),
        ]),
        .. Box("free", Encoding.UTF8.GetBytes(Canary)), .. Box("mdat", [.. Enumerable.Range(0, 200).Select(i => (byte)i)]),
    ];

    private static readonly byte[] Endless = [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    private static byte[] Track(byte number, byte type, string codec) =>
        Element(0xAE, [.. Sound(number, type, codec), .. Element(0x536E, Encoding.UTF8.GetBytes(Canary))]);

    private static byte[] Sound(byte number, byte type, string codec) =>
        [.. Element(0xD7, number), .. Element(0x73C5, number), .. Element(0x83, type), .. Element(0x86, Encoding.ASCII.GetBytes(codec))];

    private static byte[] Block(int seed, short at) => Element(0xA3, [0x81, (byte)(at >> 8), (byte)at, 0x80, .. Enumerable.Range(0, 60).Select(i => (byte)(i * seed))]);

    private static byte[] Element(uint id, params ReadOnlySpan<byte> data)
    {
        var name = Big(id).SkipWhile(b => b == 0).ToArray();
        return [.. name, 0x20, (byte)(data.Length >> 8), (byte)data.Length, .. data];
    }

    private static byte[] Page(uint serial, uint number, byte flags, long granule, byte[] body)
    {
        byte[] lengths = [.. Enumerable.Repeat((byte)255, body.Length / 255), (byte)(body.Length % 255)];
        byte[] page = [.. "OggS"u8, 0, flags, .. BitConverter.GetBytes(granule), .. BitConverter.GetBytes(serial), .. BitConverter.GetBytes(number), 0, 0, 0, 0, (byte)lengths.Length, .. lengths, .. body];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Sum(page));
        return page;
    }

    // Written apart from the reader's own, bit by bit.
    private static uint Sum(byte[] page)
    {
        var sum = 0u;
        foreach (var b in page)
        {
            sum ^= (uint)b << 24;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 0x80000000) != 0 ? sum << 1 ^ 0x04C11DB7 : sum << 1;
        }
        return sum;
    }

    private static byte[] Box(string name, byte[] data) => [.. Big((uint)data.Length + 8), .. Encoding.ASCII.GetBytes(name), .. data];

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Little(int value) => BitConverter.GetBytes(value);
}
