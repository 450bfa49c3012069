using System.Globalization;

namespace Layar.Kernel.Time;

/// <summary>
/// Times as people of Central Indonesia read them (Asia/Makassar, UTC+8). Instants go in as UTC. The language is that of
/// the request unless a culture is given; anything that is not English reads Indonesian.
/// </summary>
public static class Wita
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    public static DateTime Utc(DateTime local) => DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);

    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>21 November 2026</summary>
    public static string Date(DateOnly day, CultureInfo? culture = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {TimeWords.In(culture).Months[day.Month - 1]} {day.Year}");

    /// <summary>21 November 2026, of an instant.</summary>
    public static string Date(DateTime utc, CultureInfo? culture = null) => Date(Day(utc), culture);

    /// <summary>21/11/2026</summary>
    public static string ShortDate(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Selasa</summary>
    public static string Weekday(DateOnly day, CultureInfo? culture = null) => TimeWords.In(culture).Days[(int)day.DayOfWeek];

    /// <summary>14.30 WITA</summary>
    public static string Time(DateTime utc, CultureInfo? culture = null) => Hour(utc, culture) + " WITA";

    /// <summary>21 November 2026, 14.30 WITA</summary>
    public static string Full(DateTime utc, CultureInfo? culture = null) => $"{Date(utc, culture)}, {Time(utc, culture)}";

    /// <summary>Selasa 24 Nov, 09.00</summary>
    public static string Brief(DateTime utc, CultureInfo? culture = null)
    {
        var day = Day(utc);
        return $"{Weekday(day, culture)} {day.Day} {TimeWords.In(culture).ShortMonths[day.Month - 1]}, {Hour(utc, culture)}";
    }

    /// <summary>"2 jam lagi", or "lewat 20 mnt" for a negative length; wall time.</summary>
    public static string Left(TimeSpan remaining, CultureInfo? culture = null)
    {
        var words = TimeWords.In(culture);
        return Say(remaining < TimeSpan.Zero ? words.Late : words.Left, Length(remaining.Duration(), words));
    }

    /// <summary>"3 hari lalu", or "baru saja" under a minute.</summary>
    public static string Ago(DateTime utc, DateTime nowUtc, CultureInfo? culture = null)
    {
        var words = TimeWords.In(culture);
        var length = nowUtc - utc;
        return length < TimeSpan.FromMinutes(1) ? words.Now : Say(words.Ago, Length(length, words));
    }

    /// <summary>"1 hari kerja"; negative reads "lewat 2 hari kerja".</summary>
    public static string WorkingDays(int days, CultureInfo? culture = null)
    {
        var words = TimeWords.In(culture);
        var text = TimeWords.Count(Math.Abs(days), words.WorkingDay);
        return days < 0 ? Say(words.Late, text) : text;
    }

    private static string Hour(DateTime utc, CultureInfo? culture) =>
        Local(utc).ToString(TimeWords.In(culture).TimePattern, CultureInfo.InvariantCulture);

    // Rounded down: a promise of time left must never be too long.
    private static string Length(TimeSpan length, TimeWords words) => length switch
    {
        { TotalHours: < 1 } => TimeWords.Count((int)length.TotalMinutes, words.Minute),
        { TotalHours: < 48 } => TimeWords.Count((int)length.TotalHours, words.Hour),
        _ => TimeWords.Count((int)length.TotalDays, words.Day),
    };

    private static string Say(string pattern, string value) => string.Format(CultureInfo.InvariantCulture, pattern, value);
}
