using System.Globalization;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;

namespace Layar.Cases.Visits.ScheduleVisit;

/// <summary>Day and hours of a visit in WITA, and what speaks against them.</summary>
internal sealed record VisitTime(DateTime From, DateTime To)
{
    private static readonly TimeOnly PrayerFrom = new(11, 30);
    private static readonly TimeOnly PrayerTo = new(14, 0);

    public static Outcome<VisitTime> Read(DateOnly? day, string? from, string? to, DateTime now)
    {
        if (day is not { } date) return new Refusal("visits.time.day", "Day");
        if (!TryTime(from, out var start)) return new Refusal("visits.time.form", "From");
        if (!TryTime(to, out var end)) return new Refusal("visits.time.form", "To");
        if (end <= start) return new Refusal("visits.time.order", "To");
        if (date.Year is < 2000 or > 2098) return new Refusal("visits.time.far", "Day");
        var time = new VisitTime(Wita.Utc(date.ToDateTime(start)), Wita.Utc(date.ToDateTime(end)));
        if (time.To <= now) return new Refusal("visits.time.past", "Day");
        return time.From > now.AddYears(1) ? new Refusal("visits.time.far", "Day") : time;
    }

    /// <summary>Keys of sentences: Friday prayer, a holiday, outside the working days.</summary>
    public IReadOnlyList<string> Warnings(WorkingCalendar calendar)
    {
        var day = Wita.Day(From);
        var (start, end) = (TimeOnly.FromDateTime(Wita.Local(From)), TimeOnly.FromDateTime(Wita.Local(To)));
        var warnings = new List<string>();
        if (day.DayOfWeek == DayOfWeek.Friday && start < PrayerTo && end > PrayerFrom) warnings.Add("visits.warn.friday");
        if (calendar.HolidayOn(day) is not null) warnings.Add("visits.warn.holiday");
        else if (!calendar.IsWorkingDay(day)) warnings.Add("visits.warn.weekend");
        return warnings;
    }

    private static bool TryTime(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact((text ?? "").Trim().Replace('.', ':'), ["H:mm", "HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
