using System.Globalization;
using System.Text.RegularExpressions;

namespace Layar.Linkage.Canonical;

/// <summary>
/// Reads a date in any usual form as <c>yyyymmdd</c>, or <c>yyyy0000</c> and <c>yyyymm00</c> when less is known. Impossible days
/// such as 1955-11-92 stay as written: a mistyped date is still evidence.
/// </summary>
internal sealed partial class DateText
{
    private readonly bool monthFirst;

    private DateText(bool monthFirst) => this.monthFirst = monthFirst;

    /// <summary>Whether 03/04/1980 is in March or in April is decided by the column: a second part above 12 says March.</summary>
    public static DateText For(IEnumerable<string> column)
    {
        var (dayFirst, monthFirst) = (0, 0);
        foreach (var match in column.Take(100_000).Select(t => Slashed().Match(t)).Where(m => m.Success))
        {
            if (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) > 12) dayFirst++;
            if (int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) > 12) monthFirst++;
        }
        return new DateText(monthFirst > dayFirst);
    }

    public string Read(string raw)
    {
        var text = raw.Trim();
        if (Compact(text) is { } eight) return eight;
        var parts = Part().Matches(text);
        if (parts.Count is 0) return "";
        if (parts.Count == 1) return parts[0].Value is { Length: 4 } year && char.IsAsciiDigit(year[0]) && IsYear(int.Parse(year, CultureInfo.InvariantCulture)) ? year + "0000" : "";
        return FromParts(parts);
    }

    private static string? Compact(string text)
    {
        if (text.EndsWith(".0", StringComparison.Ordinal)) text = text[..^2];
        if (text.Length != 8 || !text.All(char.IsAsciiDigit)) return null;
        var (start, end) = (Number(text, 0, 4), Number(text, 4, 4));
        return IsYear(start) || !IsYear(end) ? text : $"{end:0000}{Number(text, 2, 2):00}{Number(text, 0, 2):00}";
    }

    private string FromParts(MatchCollection parts)
    {
        var first = Value(parts[0].Value, out var firstIsName);
        var second = Value(parts[1].Value, out var secondIsName);
        var third = parts.Count > 2 ? Value(parts[2].Value, out _) : 0;
        if (first < 0 || second < 0 || third < 0) return "";
        if (parts[0].Length == 4) return Written(first, second, third);
        if (parts.Count == 2) return parts[1].Length == 4 ? Written(second, first, 0) : "";
        var year = parts[2].Length <= 2 ? third + (third > 30 ? 1900 : 2000) : third;
        return (firstIsName || (monthFirst && !secondIsName)) ? Written(year, first, second) : Written(year, second, first);
    }

    private static string Written(int year, int month, int day) =>
        year is > 0 and < 10000 && month is >= 0 and < 100 && day is >= 0 and < 100 ? $"{year:0000}{month:00}{day:00}" : "";

    private static int Value(string part, out bool isName)
    {
        isName = !char.IsAsciiDigit(part[0]);
        if (!isName) return part.Length <= 4 ? int.Parse(part, CultureInfo.InvariantCulture) : -1;
        var month = Array.FindIndex(Months, m => m.Split(' ').Any(s => part.StartsWith(s, StringComparison.OrdinalIgnoreCase)));
        return month + 1 is > 0 and var found ? found : -1;
    }

    private static readonly string[] Months = ["jan", "feb peb", "mar", "apr", "mei may", "jun", "jul", "ag aug", "sep", "okt oct", "nov nop", "des dec"];

    private static bool IsYear(int number) => number is >= 1850 and <= 2100;

    private static int Number(string text, int start, int length) => int.Parse(text.AsSpan(start, length), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{2,4}")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\d+|[A-Za-z]{3,}")]
    private static partial Regex Part();
}
