using FsCheck;
using FsCheck.Fluent;
using Layar.Kernel.Time;

namespace Layar.Kernel.Tests.Time;

[Trait("Kind", "rule")]
public sealed class WorkingCalendarProperties
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly DateTime Origin = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal static readonly Arbitrary<DateTime> Instants = Gen.Choose(0, 730 * 86_400).Select(s => Origin.AddSeconds(s)).ToArbitrary();
    internal static readonly Arbitrary<TimeSpan> Lengths = Gen.Choose(0, 400 * 3600).Select(s => TimeSpan.FromSeconds(s)).ToArbitrary();

    [Fact]
    public void Adding_twice_is_adding_the_sum() =>
        Prop.ForAll(Instants, Lengths, Lengths, (at, a, b) =>
            Calendar.AddWorkingTime(Calendar.AddWorkingTime(at, a), b) == Calendar.AddWorkingTime(at, a + b)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_added_lies_between() =>
        Prop.ForAll(Instants, Lengths, (at, length) =>
            Calendar.WorkingTimeBetween(at, Calendar.AddWorkingTime(at, length)) == length).QuickCheckThrowOnFailure();

    [Fact]
    public void Time_between_adds_up_over_a_third_instant() =>
        Prop.ForAll(Instants, Instants, Instants, (a, b, c) =>
            Calendar.WorkingTimeBetween(a, b) + Calendar.WorkingTimeBetween(b, c) == Calendar.WorkingTimeBetween(a, c)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_is_never_due_earlier() =>
        Prop.ForAll(Instants, Instants, Lengths, (a, b, length) =>
            a > b || Calendar.AddWorkingTime(a, length) <= Calendar.AddWorkingTime(b, length)).QuickCheckThrowOnFailure();

    [Fact]
    public void Working_time_is_never_longer_than_time() =>
        Prop.ForAll(Instants, Instants, (a, b) =>
            Calendar.WorkingTimeBetween(a, b).Duration() <= (b - a).Duration()).QuickCheckThrowOnFailure();

    [Fact]
    public void A_deadline_never_falls_on_a_closed_day() =>
        Prop.ForAll(Instants, Lengths, Gen.Choose(1, 90).ToArbitrary(), (at, length, n) =>
            Calendar.IsWorkingDay(Calendar.DayOf(Calendar.AddWorkingTime(at, length + TimeSpan.FromSeconds(1))))
            && Calendar.IsWorkingDay(Calendar.NthWorkingDayAfter(Calendar.DayOf(at), n))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_nth_working_day_lies_n_working_days_later() =>
        Prop.ForAll(Instants, Gen.Choose(1, 300).ToArbitrary(), (at, n) =>
            Calendar.WorkingDaysBetween(Calendar.DayOf(at), Calendar.NthWorkingDayAfter(Calendar.DayOf(at), n)) == n).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_agrees_with_counting_minute_by_minute() =>
        Prop.ForAll(Instants, Gen.Choose(0, 5000).ToArbitrary(), (at, minutes) =>
        {
            var start = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
            var open = Enumerable.Range(0, minutes).Count(m => Calendar.IsOpen(start.AddMinutes(m)));
            return Calendar.WorkingTimeBetween(start, start.AddMinutes(minutes)) == TimeSpan.FromMinutes(open);
        }).QuickCheckThrowOnFailure();
}
