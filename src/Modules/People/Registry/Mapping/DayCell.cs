using System.Globalization;

namespace Layar.People.Registry.Mapping;

/// <summary>
/// Reads a day as files write it: 17/08/1945, 17-08-1945, 1945-08-17, 19450817, 17 Agustus 1945, or the number by which Excel
/// counts days. The day stands before the month; only where that is impossible the other way round is tried.
/// </summary>
internal static class DayCell
{
    private static readonly DateOnly Oldest = new(1890, 1, 1);
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];
    private static readonly string[] Others = ["may:5", "aug:8", "agt:8", "ags:8", "oct:10", "nop:11", "dec:12", "peb:2", "pebruari:2"];

    /// <summary>Null when no day can be read, or one that nobody alive was born on.</summary>
    public static DateOnly? Read(ReadOnlySpan<char> text, bool epoch1904, DateOnly today)
    {
        text = text.Trim('\'').Trim();
        if (text.IsEmpty) return null;
        var day = Digits(text, epoch1904) ?? Parts(text, today);
        return day >= Oldest && day <= today ? day : null;
    }

    private static DateOnly? Digits(ReadOnlySpan<char> text, bool epoch1904)
    {
        if (text.Length == 8 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return Date(text[..4], text[4..6], text[6..]) ?? Date(text[4..], text[2..4], text[..2]);
        if (text.Length > 12 || text.Count('.') > 1 || !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) || serial is < 1 or > 80_000) return null;
        // Excel believes that 1900 was a leap year.
        var days = (int)serial;
        return epoch1904 ? new DateOnly(1904, 1, 1).AddDays(days) : new DateOnly(1899, 12, days < 60 ? 31 : 30).AddDays(days);
    }

    private static DateOnly? Parts(ReadOnlySpan<char> text, DateOnly today)
    {
        Span<Range> parts = stackalloc Range[6];
        var count = text.SplitAny(parts, ['/', '-', '.', ' ', ',', 'T', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (count < 3) return null;
        var a = text[parts[0]];
        var b = text[parts[1]];
        var c = text[parts[2]];
        if (Word(b) is > 0 and var month) return Date(Year(c, today), month, Number(a));
        if (a.Length == 4) return Date(a, b, c);
        return Date(Year(c, today), Number(b), Number(a)) ?? Date(Year(c, today), Number(a), Number(b));
    }

    private static int Year(ReadOnlySpan<char> text, DateOnly today)
    {
        var year = Number(text);
        return text.Length == 2 && year >= 0 ? year + (year > today.Year % 100 ? 1900 : 2000) : year;
    }

    private static int Word(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || !char.IsLetter(text[0])) return 0;
        for (var i = 0; i < Months.Length; i++)
            if (text.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        foreach (var other in Others)
            if (text.StartsWith(other.AsSpan(0, other.IndexOf(':')), StringComparison.OrdinalIgnoreCase)) return int.Parse(other.AsSpan(other.IndexOf(':') + 1), CultureInfo.InvariantCulture);
        return 0;
    }

    private static int Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;

    private static DateOnly? Date(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day) => Date(Number(year), Number(month), Number(day));

    private static DateOnly? Date(int year, int month, int day) =>
        year is > 1800 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
