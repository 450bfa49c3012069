namespace Layar.Kernel.Time;

/// <summary>In what a deadline is counted.</summary>
public enum ClockUnit
{
    /// <summary>Ends at closing time of the n-th working day after the day of receipt.</summary>
    WorkingDays,

    /// <summary>Minutes in which the office is open.</summary>
    WorkingMinutes,

    /// <summary>Minutes of the day and night: emergencies.</summary>
    WallMinutes,
}

/// <summary>A deadline as decided; stored with every clock that began under it.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Amount">Days or minutes, at least 1.</param>
/// <param name="Version">Names the decision, so that a changed policy is recognised.</param>
/// <param name="PauseCapMinutes">
/// Longest sum of all pauses, in working minutes (wall minutes for <see cref="ClockUnit.WallMinutes"/>); null for no cap.
/// Past the cap the clock runs on although nobody resumed it.
/// </param>
public sealed record ClockPolicy(ClockUnit Unit, int Amount, string Version, int? PauseCapMinutes = null)
{
    internal DateTime FirstDue(WorkingCalendar calendar, DateTime start) => Unit switch
    {
        ClockUnit.WorkingDays => calendar.DueAtEndOfNthWorkingDay(start, Amount),
        _ => Add(calendar, start, TimeSpan.FromMinutes(Amount)),
    };

    /// <summary>Time as this clock feels it.</summary>
    internal TimeSpan Between(WorkingCalendar calendar, DateTime from, DateTime to) =>
        Unit == ClockUnit.WallMinutes ? to - from : calendar.WorkingTimeBetween(from, to);

    internal DateTime Add(WorkingCalendar calendar, DateTime at, TimeSpan length) =>
        Unit == ClockUnit.WallMinutes ? at + length : calendar.AddWorkingTime(at, length);
}

/// <summary>A stretch in which the office waited for somebody else; <paramref name="To"/> is null while it lasts. UTC.</summary>
public readonly record struct ClockPause(DateTime From, DateTime? To);
