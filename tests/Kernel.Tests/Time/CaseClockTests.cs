using FsCheck;
using FsCheck.Fluent;
using Layar.Kernel.Time;
using static Layar.Kernel.Tests.Time.WorkingCalendarTests;

namespace Layar.Kernel.Tests.Time;

[Trait("Kind", "rule")]
public sealed class CaseClockTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly ClockPolicy FiveDays = new(ClockUnit.WorkingDays, 5, "answer/1");
    private static readonly ClockPolicy TwoHours = new(ClockUnit.WorkingMinutes, 120, "check/1");
    private static readonly ClockPolicy Emergency = new(ClockUnit.WallMinutes, 30, "emergency/1");

    [Fact]
    public void Working_days_end_at_closing_time() =>
        Assert.Equal(Wita("2026-11-27 16:00"), new CaseClock(FiveDays, Wita("2026-11-20 10:00")).Due(Calendar));

    [Fact]
    public void An_emergency_runs_at_night_and_on_holidays() =>
        Assert.Equal(Wita("2026-12-25 02:30"), new CaseClock(Emergency, Wita("2026-12-25 02:00")).Due(Calendar));

    [Fact]
    public void A_pause_over_the_weekend_costs_no_working_time()
    {
        var clock = new CaseClock(TwoHours, Wita("2026-11-20 15:00")).Pause(Wita("2026-11-20 16:00")).Resume(Wita("2026-11-23 08:00"));
        Assert.Equal(Wita("2026-11-23 09:00"), clock.Due(Calendar));
    }

    [Fact]
    public void A_running_pause_has_no_deadline_and_stands_still()
    {
        var clock = new CaseClock(TwoHours, Wita("2026-11-23 08:00")).Pause(Wita("2026-11-23 09:00"));
        Assert.Null(clock.Due(Calendar));
        Assert.Equal(TimeSpan.FromHours(1), clock.Remaining(Calendar, Wita("2026-11-23 09:00")));
        Assert.Equal(TimeSpan.FromHours(1), clock.Remaining(Calendar, Wita("2026-12-30 09:00")));
    }

    [Fact]
    public void A_capped_pause_runs_out()
    {
        var clock = new CaseClock(TwoHours with { PauseCapMinutes = 60 }, Wita("2026-11-23 08:00")).Pause(Wita("2026-11-23 09:00"));
        Assert.Equal(Wita("2026-11-23 11:00"), clock.Due(Calendar));
        Assert.Equal(TimeSpan.FromHours(1), clock.Remaining(Calendar, Wita("2026-11-23 10:00")));
        Assert.Equal(TimeSpan.FromMinutes(30), clock.Remaining(Calendar, Wita("2026-11-23 10:30")));
        Assert.Equal(Wita("2026-11-23 11:00"), clock.Resume(Wita("2026-11-24 10:30")).Due(Calendar));
    }

    [Fact]
    public void The_cap_holds_for_all_pauses_together()
    {
        var clock = new CaseClock(TwoHours with { PauseCapMinutes = 40 }, Wita("2026-11-23 08:00"))
            .Pause(Wita("2026-11-23 08:10")).Resume(Wita("2026-11-23 08:40"))
            .Pause(Wita("2026-11-23 09:00")).Resume(Wita("2026-11-23 09:30"));
        Assert.Equal(Wita("2026-11-23 10:40"), clock.Due(Calendar));
    }

    [Fact]
    public void A_pause_after_the_deadline_saves_nobody()
    {
        var clock = new CaseClock(TwoHours, Wita("2026-11-23 08:00")).Pause(Wita("2026-11-23 10:30")).Resume(Wita("2026-11-23 11:30"));
        Assert.Equal(Wita("2026-11-23 10:00"), clock.Due(Calendar));
        Assert.Equal(TimeSpan.FromHours(-1.5), clock.Remaining(Calendar, Wita("2026-11-23 11:30")));
    }

    [Fact]
    public void A_missed_deadline_is_written_down_once()
    {
        var clock = new CaseClock(TwoHours, Wita("2026-11-23 08:00"));
        Assert.Null(clock.Check(Calendar, Wita("2026-11-23 10:00")).BreachedAt);
        Assert.Equal(Wita("2026-11-23 10:00"), clock.Check(Calendar, Wita("2026-11-23 10:01")).BreachedAt);
        Assert.Null(clock.Meet(Wita("2026-11-23 09:59")).Check(Calendar, Wita("2026-12-01 09:00")).BreachedAt);
    }

    [Fact]
    public void A_met_clock_keeps_what_was_left_and_no_longer_changes()
    {
        var clock = new CaseClock(TwoHours, Wita("2026-11-23 08:00")).Meet(Wita("2026-11-23 09:30"));
        Assert.Equal(TimeSpan.FromMinutes(30), clock.Remaining(Calendar, Wita("2027-01-04 09:00")));
        Assert.Same(clock, clock.Pause(Wita("2026-11-23 09:40")));
        Assert.Same(clock, clock.Meet(Wita("2026-11-23 09:40")));
    }

    [Fact]
    public void The_used_share_warns_at_half_and_at_the_end()
    {
        var clock = new CaseClock(TwoHours, Wita("2026-11-23 08:00"));
        Assert.Equal(0.5, clock.UsedShare(Calendar, Wita("2026-11-23 09:00")), 6);
        Assert.Equal(1, clock.UsedShare(Calendar, Wita("2026-11-23 10:00")), 6);
        Assert.Equal(1.5, clock.UsedShare(Calendar, Wita("2026-11-23 11:00")), 6);
    }

    [Fact]
    public void An_event_that_arrives_twice_or_late_does_no_harm()
    {
        var start = Wita("2026-11-23 08:00");
        var paused = new CaseClock(TwoHours, start).Pause(Wita("2026-11-23 09:00"));
        Assert.Same(paused, paused.Pause(Wita("2026-11-23 09:05")));
        Assert.Equal(TimeSpan.Zero, (paused.Resume(Wita("2026-11-23 07:00")).Pauses[0].To - paused.Pauses[0].From)!.Value);
        Assert.Equal(paused, new CaseClock(TwoHours, start).Pause(Wita("2026-11-23 09:00")));
    }

    [Fact]
    public void A_pause_moves_the_deadline_by_its_working_time() =>
        Prop.ForAll(WorkingCalendarProperties.Instants, WorkingCalendarProperties.Lengths, WorkingCalendarProperties.Lengths, (start, wait, length) =>
        {
            var clock = new CaseClock(FiveDays, start);
            var due = clock.Due(Calendar)!.Value;
            var (from, to) = (start + wait, start + wait + length);
            var moved = clock.Pause(from).Resume(to).Due(Calendar)!.Value;
            var expected = from < due ? Calendar.AddWorkingTime(due, Calendar.WorkingTimeBetween(from, to)) : due;
            return moved == expected && Calendar.IsWorkingDay(Calendar.DayOf(moved));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_left_never_grows_while_time_passes() =>
        Prop.ForAll(WorkingCalendarProperties.Instants, WorkingCalendarProperties.Lengths, WorkingCalendarProperties.Lengths, (start, a, b) =>
        {
            var clock = new CaseClock(FiveDays with { PauseCapMinutes = 300 }, start).Pause(start + a);
            return clock.Remaining(Calendar, start + a + b) >= clock.Remaining(Calendar, start + a + b + b);
        }).QuickCheckThrowOnFailure();
}
