using System.IO.Compression;
using System.Text;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>
/// Looks for what makes a PDF more than paper: scripts, programs to start, files inside, forms that send, another format behind its end. Names
/// count wherever they stand, also written with <c>#4A</c> for a letter, and in packed objects. Never throws.
/// </summary>
internal static class PdfContent
{
    public static readonly Refusal Active = new("kernel.file.pdf-active");

    private const int LongestName = 24;
    private const int MostUnpacked = 16 * 1024 * 1024;
    private const int AfterEnd = 64;

    /// <summary>What a paper never needs. A password hides the rest from this look, so it counts too.</summary>
    private static readonly HashSet<string> Never =
        ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition", "Movie", "Sound", "Encrypt"];

    public static Outcome<PhotoFacts> Inspect(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - 1024)..];
        var end = tail.LastIndexOf("%%EOF"u8);
        if (end < 0) return Damage.Truncated;
        var after = tail[(end + 5)..];
        if (after.Length > AfterEnd || after.ContainsAnyExcept(" \t\r\n\0"u8)) return Active;
        var room = MostUnpacked;
        return Clean(bytes, ref room) ? new PhotoFacts(FileKind.Pdf, 0, 0) : Active;
    }

    private static bool Clean(ReadOnlySpan<byte> bytes, ref int room)
    {
        for (var at = bytes.IndexOf((byte)'/'); at >= 0; at = Next(bytes, at))
        {
            var name = NameAt(bytes[(at + 1)..]);
            if (Never.Contains(name) || (name == "ObjStm" && !CleanPacked(bytes, at, ref room))) return false;
        }
        return true;
    }

    private static int Next(ReadOnlySpan<byte> bytes, int at)
    {
        var step = bytes[(at + 1)..].IndexOf((byte)'/');
        return step < 0 ? -1 : at + 1 + step;
    }

    private static string NameAt(ReadOnlySpan<byte> bytes)
    {
        var name = new StringBuilder(LongestName);
        for (var i = 0; i < bytes.Length && name.Length < LongestName; i++)
        {
            var sign = bytes[i];
            if (sign <= 32 || "()<>[]{}/%"u8.Contains(sign)) break;
            if (sign == '#' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                sign = Convert.FromHexString($"{(char)bytes[i + 1]}{(char)bytes[i + 2]}")[0];
                i += 2;
            }
            name.Append((char)sign);
        }
        return name.ToString();
    }

    /// <summary>Objects packed into a stream. Packed in any way but the usual one they cannot be looked into.</summary>
    private static bool CleanPacked(ReadOnlySpan<byte> bytes, int at, ref int room)
    {
        var head = bytes[Math.Max(0, at - 512)..];
        var start = head.IndexOf("stream"u8);
        while (start >= 0 && Math.Max(0, at - 512) + start < at) { var on = head[(start + 6)..].IndexOf("stream"u8); start = on < 0 ? -1 : start + 6 + on; }
        if (start < 0) return true;
        var from = head[..start].LastIndexOf("obj"u8);
        var about = Encoding.Latin1.GetString(head[Math.Max(0, from)..start]);
        if (about.Contains("Predictor", StringComparison.Ordinal) || about.Contains("[", StringComparison.Ordinal)) return false;
        var data = head[(start + 6)..].TrimStart("\r\n"u8);
        if (!about.Contains("Filter", StringComparison.Ordinal)) return true;
        return about.Contains("FlateDecode", StringComparison.Ordinal) && Unpack(data, room) is { } inside && Clean(inside, ref room) && (room -= inside.Length) > 0;
    }

    private static byte[]? Unpack(ReadOnlySpan<byte> data, int room)
    {
        try
        {
            using var packed = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            using var inside = new MemoryStream();
            var piece = new byte[65536];
            for (int count; (count = packed.Read(piece)) > 0;)
            {
                if (inside.Length + count > room) return null;
                inside.Write(piece, 0, count);
            }
            return inside.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
