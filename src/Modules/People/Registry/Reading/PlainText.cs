using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Layar.Linkage.Tables;

namespace Layar.People.Registry.Reading;

/// <summary>
/// Encoding and separator of a text file. Encoding: byte order mark, else UTF-16 when every second byte of the beginning is zero,
/// else UTF-8 when the whole file is valid UTF-8, else Windows-1252. Separator: the one that cuts the first lines most evenly.
/// </summary>
internal static class PlainText
{
    private const int Piece = 1 << 20;
    private const int LinesLookedAt = 30;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Leaves the stream at its beginning.</summary>
    /// <exception cref="ReadingFault">when the file holds pictures or programs instead of text</exception>
    public static Encoding EncodingOf(Stream file, string name)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Piece + 4);
        try
        {
            var found = Scan(file, bytes, name);
            file.Position = 0;
            return found;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static Encoding Scan(Stream file, byte[] bytes, string name)
    {
        file.Position = 0;
        var held = 0;
        for (var first = true; ; first = false)
        {
            var read = file.ReadAtLeast(bytes.AsSpan(held, Piece - held), Piece - held, throwOnEndOfStream: false);
            var all = bytes.AsSpan(0, held + read);
            if (first && Beginning(all, name) is { } sure) return sure;
            if (read == 0) return Utf8.IsValid(all) ? Encoding.UTF8 : TextEncoding.Western;
            if (all.Contains((byte)0)) throw new ReadingFault("binary", name);
            var whole = all.Length - TextEncoding.Unfinished(all);
            if (!Utf8.IsValid(all[..whole])) return TextEncoding.Western;
            held = all.Length - whole;
            all[whole..].CopyTo(bytes);
        }
    }

    private static Encoding? Beginning(ReadOnlySpan<byte> start, string name)
    {
        if (start is [0xFF, 0xFE, ..]) return Encoding.Unicode;
        if (start is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode;
        if (start.Length == 0) throw new ReadingFault("empty", name);
        var look = start[..Math.Min(start.Length, 400)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < look.Length; i++)
            if (look[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        if (odd > look.Length / 3 && even == 0) return Encoding.Unicode;
        return even > look.Length / 3 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Excel writes <c>sep=;</c> in front when it is told to; this is believed.</summary>
    public static char SeparatorOf(ReadOnlySpan<char> start)
    {
        if (start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 4) return start[4];
        var lines = Counts(start);
        var best = (Separator: ',', Score: 0);
        for (var s = 0; s < Separators.Length; s++)
        {
            var score = lines.Select(l => l[s]).Where(n => n > 0).GroupBy(n => n).Select(g => g.Count() * g.Key).DefaultIfEmpty().Max();
            if (score > best.Score) best = (Separators[s], score);
        }
        return best.Separator;
    }

    private static List<int[]> Counts(ReadOnlySpan<char> start)
    {
        var lines = new List<int[]> { new int[Separators.Length] };
        var quoted = false;
        foreach (var c in start)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c == '\n')
            {
                if (lines.Count == LinesLookedAt) break;
                lines.Add(new int[Separators.Length]);
            }
            else if (!quoted && Array.IndexOf(Separators, c) is var s and >= 0) lines[^1][s]++;
        }
        return lines;
    }
}
