using System.Globalization;

namespace Layar.Letters.Wording;

/// <summary>Days and times as official letters write them; the names do not depend on the machine's cultures.</summary>
internal static class IndonesianDate
{
    private static readonly TimeZoneInfo Wita = TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar");

    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] Weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>"21 November 2026".</summary>
    public static string Long(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year:0000}");

    /// <summary>"Sabtu, 21 November 2026".</summary>
    public static string WithWeekday(DateOnly day) => $"{Weekdays[(int)day.DayOfWeek]}, {Long(day)}";

    public static string RomanMonth(DateOnly day) => Romans[day.Month - 1];

    /// <summary>"14.30 WITA" from a UTC time.</summary>
    public static string Time(DateTime utc) => $"{InWita(utc).ToString("HH'.'mm", CultureInfo.InvariantCulture)} WITA";

    /// <summary>"Sabtu, 21 November 2026 pukul 14.30 WITA" from a UTC time.</summary>
    public static string Moment(DateTime utc) => $"{WithWeekday(DayInWita(utc))} pukul {Time(utc)}";

    /// <summary>The calendar day in WITA: after 16.00 UTC it is already tomorrow.</summary>
    public static DateOnly DayInWita(DateTime utc) => DateOnly.FromDateTime(InWita(utc));

    private static DateTime InWita(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? TimeZoneInfo.ConvertTimeFromUtc(utc, Wita)
        : throw new ArgumentException("Times are stored in UTC; this one is not marked as UTC.", nameof(utc));
}
