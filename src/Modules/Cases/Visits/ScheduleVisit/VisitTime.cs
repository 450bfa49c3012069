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
        var (begins, ends) = (TryTime(from, out var start), TryTime(to, out var end));
        var fault = Refusal.Of(
            day is null ? new("visits.time.day", "Day") : day.Value.Year is < 2000 or > 2098 ? new("visits.time.far", "Day") : null,
            begins ? null : new("visits.time.form", "From"),
            !ends ? new("visits.time.form", "To") : begins && end <= start ? new("visits.time.order", "To") : null);
        if (fault is not null) return fault;
        var time = new VisitTime(Wita.Utc(day!.Value.ToDateTime(start)), Wita.Utc(day.Value.ToDateTime(end)));
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
