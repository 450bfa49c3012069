using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Layar.Linkage.Tables;

/// <summary>Finds the encoding of a text file: its byte order mark, else UTF-8 when the whole file is valid UTF-8, else Windows-1252.</summary>
internal static class TextEncoding
{
    private const int Buffer = 1 << 20;

    public static StreamReader Open(string path)
    {
        var encoding = Find(path);
        return new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, Buffer);
    }

    internal static Encoding Find(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var bytes = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            var held = 0;
            while (true)
            {
                var read = file.ReadAtLeast(bytes.AsSpan(held, Buffer - held), Buffer - held, throwOnEndOfStream: false);
                var all = bytes.AsSpan(0, held + read);
                if (read == 0) return Utf8.IsValid(all) ? Encoding.UTF8 : Western;
                if (file.Position == held + read && Utf16(all) is { } wide) return wide;
                var whole = all.Length - Unfinished(all);
                if (!Utf8.IsValid(all[..whole])) return Western;
                held = all.Length - whole;
                all[whole..].CopyTo(bytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    internal static Encoding Western => CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    private static Encoding? Utf16(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Bytes at the end that begin a sequence which the next buffer continues.</summary>
    internal static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0xC0) == 0x80) continue;
            return (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1) > back ? back : 0;
        }
        return 0;
    }
}
