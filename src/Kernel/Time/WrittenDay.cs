using System.Globalization;
using System.Text.RegularExpressions;

namespace Layar.Kernel.Time;

/// <summary>
/// A day, a month or a year as people write it: <c>12 Februari 2026</c>, <c>12/2/26</c>, <c>2026-02-12</c>, <c>Feb 2026</c>, <c>tahun 2025</c>.
/// Day before month, as in Indonesia; a month or a year means all of its days.
/// </summary>
public readonly partial record struct WrittenDay(DateOnly First, DateOnly Last)
{
    private static readonly string[] Months = [.. TimeWords.Indonesian.ShortMonths.Select(m => m.ToLowerInvariant())];
    private static readonly Dictionary<string, int> OtherNames = new() { ["ags"] = 8, ["agt"] = 8, ["nop"] = 11, ["may"] = 5, ["aug"] = 8, ["oct"] = 10, ["dec"] = 12, ["peb"] = 2 };
    private static readonly HashSet<string> Filling = ["tanggal", "tgl", "bulan", "bln", "tahun", "thn", "pada", "sejak", "sekitar"];

    /// <summary>Null for words that name no year, or a day that there is not.</summary>
    public static WrittenDay? Parse(string? text, DateOnly today)
    {
        var parts = Parts(text ?? "");
        if (parts.Count > 3 || parts.Any(p => !IsNumber(p) && MonthOf(p) is null)) return null;
        return parts switch
        {
            [var year] when IsNumber(year) => OfYear(Year(year, today)),
            [var month, var year] => OfMonth(Month(month), Year(year, today)),
            [{ Length: 4 } year, var month, var day] => OfDay(Number(day), Month(month), Year(year, today)),
            [var day, var month, var year] => OfDay(Number(day), Month(month), Year(year, today)),
            _ => null,
        };
    }

    private static List<string> Parts(string text) => [.. Pieces().Matches(text).Select(m => m.Value.ToLowerInvariant()).Where(p => !Filling.Contains(p))];

    [GeneratedRegex("[0-9]+|[A-Za-z]+")]
    private static partial Regex Pieces();

    private static bool IsNumber(string part) => char.IsAsciiDigit(part[0]);

    private static int? Number(string part) => part.Length <= 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Month(string part) => IsNumber(part) ? Number(part) : MonthOf(part);

    private static int? MonthOf(string word)
    {
        if (word.Length < 3) return null;
        var at = Array.IndexOf(Months, word[..3]);
        return at >= 0 ? at + 1 : OtherNames.TryGetValue(word[..3], out var month) ? month : null;
    }

    /// <summary>Two figures mean the century in which that year is not far ahead.</summary>
    private static int? Year(string part, DateOnly today) => Number(part) switch
    {
        { } year when part.Length == 4 && year >= 1900 => year,
        { } year when part.Length == 2 => today.Year / 100 * 100 + year is var near && near > today.Year + 1 ? near - 100 : near,
        _ => null,
    };

    private static WrittenDay? OfYear(int? year) => year is { } y ? new(new(y, 1, 1), new(y, 12, 31)) : null;

    private static WrittenDay? OfMonth(int? month, int? year) =>
        month is >= 1 and <= 12 && year is { } y ? new(new(y, month.Value, 1), new(y, month.Value, DateTime.DaysInMonth(y, month.Value))) : null;

    private static WrittenDay? OfDay(int? day, int? month, int? year) =>
        OfMonth(month, year) is { } whole && day >= 1 && day <= whole.Last.Day ? new(whole.First.AddDays(day.Value - 1), whole.First.AddDays(day.Value - 1)) : null;
}
