using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Layar.Kernel.Time;

/// <summary>
/// Working time of an office. Immutable and safe to share. Instants are UTC (a <c>Local</c> kind is refused),
/// days are days in the zone of the calendar, 2000 to 2099. Every question costs one or two binary searches.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly DayTable table;
    private readonly FrozenDictionary<DateOnly, Holiday> holidays;
    private readonly TimeSpan offset;

    /// <exception cref="ArgumentException">The zone is not Indonesian, or no weekday has hours.</exception>
    public WorkingCalendar(CalendarRules rules)
    {
        Rules = rules;
        offset = IndonesianZone.Offset(rules.Zone) ?? throw new ArgumentException($"{rules.Zone} is not a zone of Indonesia.", nameof(rules));
        if (rules.Hours.Days.Values.All(x => x.IsEmpty)) throw new ArgumentException("No weekday has working hours.", nameof(rules));
        holidays = rules.Holidays.DistinctBy(x => x.Day).ToFrozenDictionary(x => x.Day);
        table = new DayTable(rules, holidays);
    }

    /// <summary>The calendar that ships with Layar: hours of 37.5 a week, holidays 2026 and 2027.</summary>
    public static WorkingCalendar Shipped { get; } = CalendarFile.Shipped();

    public CalendarRules Rules { get; }

    /// <summary>False beyond the known holidays: a deadline there may still move.</summary>
    public bool IsCertain(DateOnly day) => day >= Rules.CertainFrom && day <= Rules.CertainTo;

    public bool IsWorkingDay(DateOnly day) => !table.Hours(day).IsEmpty;

    public Holiday? HolidayOn(DateOnly day) => holidays.GetValueOrDefault(day);

    /// <summary>Opening hours of the day in local time; empty when closed.</summary>
    public ImmutableArray<WorkingInterval> HoursOn(DateOnly day) => table.Hours(day);

    /// <summary>The day in the zone of the calendar.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    public bool IsOpen(DateTime utc)
    {
        var time = TimeOnly.FromDateTime(Local(utc));
        return HoursOn(DayOf(utc)).Any(x => time >= x.From && time < x.To);
    }

    /// <summary>The first instant at which that much working time has passed; zero gives the same instant back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative length, or a result after 2099.</exception>
    public DateTime AddWorkingTime(DateTime utc, TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        return length == TimeSpan.Zero ? AsUtc(utc) : Utc(table.LocalAt(checked(table.Position(Local(utc)) + length.Ticks)));
    }

    /// <summary>Working time from one instant to another; negative when the second is earlier.</summary>
    public TimeSpan WorkingTimeBetween(DateTime fromUtc, DateTime toUtc) =>
        new(table.Position(Local(toUtc)) - table.Position(Local(fromUtc)));

    /// <summary>Working days after the first day up to and including the second; negative when the second is earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => table.DaysThrough(to) - table.DaysThrough(from);

    /// <summary>The n-th working day after a day; the day itself never counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n below 1.</exception>
    public DateOnly NthWorkingDayAfter(DateOnly day, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return table.DayReaching(checked(table.DaysThrough(day) + n));
    }

    /// <summary>Closing time, in UTC, of the n-th working day after the local day of receipt.</summary>
    public DateTime DueAtEndOfNthWorkingDay(DateTime utc, int n)
    {
        var day = NthWorkingDayAfter(DayOf(utc), n);
        return Utc(day.ToDateTime(HoursOn(day)[^1].To));
    }

    private static DateTime AsUtc(DateTime utc) =>
        utc.Kind == DateTimeKind.Local
            ? throw new ArgumentException("An instant must be UTC.", nameof(utc))
            : DateTime.SpecifyKind(utc, DateTimeKind.Utc);

    private DateTime Local(DateTime utc) => DateTime.SpecifyKind(AsUtc(utc) + offset, DateTimeKind.Unspecified);

    private DateTime Utc(DateTime local) => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
}
