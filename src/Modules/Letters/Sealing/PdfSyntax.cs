using System.Globalization;
using System.Text;

namespace Layar.Letters.Sealing;

/// <summary>The bytes are not a PDF of the shape that can be read here.</summary>
internal sealed class PdfFormatException(string message) : Exception(message);

/// <summary>Just enough of ISO 32000 chapter 7.2 and 7.3 to find where a value ends. Never trusts a length.</summary>
internal static class PdfSyntax
{
    private const int Deepest = 40;

    public static int SkipSpace(byte[] data, int at)
    {
        while (at < data.Length)
            if (data[at] == '%') while (at < data.Length && data[at] is not ((byte)'\n' or (byte)'\r')) at++;
            else if (IsSpace(data[at])) at++;
            else break;
        return at;
    }

    /// <summary>The end of the value that starts at <paramref name="at"/>; a reference "1 0 R" is one value.</summary>
    public static int SkipValue(byte[] data, int at, int depth = 0)
    {
        if (depth > Deepest) throw new PdfFormatException("Values are nested too deeply.");
        at = SkipSpace(data, at);
        return At(data, at) switch
        {
            '<' when At(data, at + 1) == '<' => SkipAll(data, at + 2, ">>", depth),
            '<' => SkipPast(data, at, '>'),
            '[' => SkipAll(data, at + 1, "]", depth),
            '(' => SkipString(data, at),
            '/' => SkipToken(data, at + 1),
            _ => SkipNumberOrReference(data, at),
        };
    }

    /// <summary>The entries of a dictionary: name to the range of its value.</summary>
    public static Dictionary<string, Range> Dictionary(byte[] data, int at)
    {
        var entries = new Dictionary<string, Range>(StringComparer.Ordinal);
        at = SkipSpace(data, at);
        if (At(data, at) != '<' || At(data, at + 1) != '<') throw new PdfFormatException("A dictionary is missing.");
        for (at = SkipSpace(data, at + 2); At(data, at) != '>'; at = SkipSpace(data, at))
        {
            if (At(data, at) != '/') throw new PdfFormatException("A name is missing.");
            var end = SkipToken(data, at + 1);
            var name = Encoding.Latin1.GetString(data, at + 1, end - at - 1);
            var value = SkipSpace(data, end);
            at = SkipValue(data, value);
            if (!entries.TryAdd(name, value..at)) throw new PdfFormatException($"/{name} stands twice.");
        }
        return entries;
    }

    public static int Integer(byte[] data, ref int at)
    {
        at = SkipSpace(data, at);
        if (at >= data.Length) throw new PdfFormatException("The file ends too early.");
        var end = SkipToken(data, at);
        if (!int.TryParse(Encoding.Latin1.GetString(data, at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new PdfFormatException("A whole number is missing.");
        at = end;
        return number;
    }

    /// <summary>A word such as "xref" at this place, or nothing.</summary>
    public static bool Word(byte[] data, ref int at, string word)
    {
        at = SkipSpace(data, at);
        if (at + word.Length > data.Length || !data.AsSpan(at, word.Length).SequenceEqual(Encoding.ASCII.GetBytes(word))) return false;
        at += word.Length;
        return true;
    }

    private static char At(byte[] data, int at) => at < data.Length ? (char)data[at] : throw new PdfFormatException("The file ends too early.");

    private static int SkipAll(byte[] data, int at, string close, int depth)
    {
        for (at = SkipSpace(data, at); ; at = SkipSpace(data, at))
        {
            if (At(data, at) == close[0]) return close.Length == 1 || At(data, at + 1) == close[1] ? at + close.Length : throw new PdfFormatException("A bracket is open.");
            at = SkipValue(data, at, depth + 1);
        }
    }

    private static int SkipPast(byte[] data, int at, char close)
    {
        while (At(data, at) != close) at++;
        return at + 1;
    }

    private static int SkipString(byte[] data, int at)
    {
        for (var open = 0; ; at++)
            switch (At(data, at))
            {
                case '\\': at++; break;
                case '(': open++; break;
                case ')' when --open == 0: return at + 1;
            }
    }

    private static int SkipNumberOrReference(byte[] data, int at)
    {
        var end = SkipToken(data, at);
        if (end == at) throw new PdfFormatException("A value is missing.");
        if (!char.IsAsciiDigit((char)data[at])) return end;
        var next = SkipSpace(data, end);
        var afterGeneration = SkipToken(data, next);
        if (afterGeneration == next || !char.IsAsciiDigit((char)data[next])) return end;
        return Word(data, ref afterGeneration, "R") ? afterGeneration : end;
    }

    private static int SkipToken(byte[] data, int at)
    {
        while (at < data.Length && !IsSpace(data[at]) && !"()<>[]{}/%".Contains((char)data[at])) at++;
        return at;
    }

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;
}
