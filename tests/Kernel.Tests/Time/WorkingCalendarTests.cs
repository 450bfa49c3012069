using System.Globalization;
using Layar.Kernel.Time;

namespace Layar.Kernel.Tests.Time;

[Trait("Kind", "rule")]
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [Theory]
    [InlineData("2026-03-13", "2026-03-16", "2026-03-25", "2026-03-27", "2026-04-10", "2026-06-24")]
    [InlineData("2026-03-16", "2026-03-17", "2026-03-26", "2026-03-30", "2026-04-13", "2026-06-25")]
    [InlineData("2026-05-13", "2026-05-18", "2026-05-20", "2026-05-22", "2026-06-09", "2026-08-13")]
    [InlineData("2026-11-20", "2026-11-23", "2026-11-25", "2026-11-27", "2026-12-10", "2027-02-19")]
    [InlineData("2026-11-21", "2026-11-23", "2026-11-25", "2026-11-27", "2026-12-10", "2027-02-19")]
    [InlineData("2026-12-23", "2026-12-28", "2026-12-30", "2027-01-04", "2027-01-18", "2027-04-05")]
    [InlineData("2027-03-05", "2027-03-16", "2027-03-18", "2027-03-22", "2027-04-06", "2027-06-17")]
    public void Deadlines_match_the_handbook(string received, params string[] due)
    {
        int[] days = [1, 3, 5, 14, 60];
        Assert.Equal(due.Select(Day), days.Select(n => Calendar.NthWorkingDayAfter(Day(received), n)));
    }

    [Theory]
    [InlineData(2026, 240)]
    [InlineData(2027, 242)]
    public void A_year_has_the_known_number_of_working_days(int year, int days) =>
        Assert.Equal(days, Calendar.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31)));

    [Fact]
    public void A_full_week_has_thirty_seven_and_a_half_hours() =>
        Assert.Equal(TimeSpan.FromHours(37.5), Calendar.WorkingTimeBetween(Wita("2026-11-23 00:00"), Wita("2026-11-30 00:00")));

    [Theory]
    [InlineData("2026-11-23 08:00", 60, "2026-11-23 09:00")]
    [InlineData("2026-11-23 11:30", 60, "2026-11-23 13:00")] // over the break
    [InlineData("2026-11-23 11:00", 60, "2026-11-23 12:00")] // ends with the interval, not after the break
    [InlineData("2026-11-20 11:00", 60, "2026-11-20 14:30")] // Friday prayer
    [InlineData("2026-11-20 15:30", 60, "2026-11-23 08:30")] // over the weekend
    [InlineData("2026-12-23 16:00", 60, "2026-12-28 08:30")] // over collective leave and Christmas
    [InlineData("2026-11-21 20:00", 1, "2026-11-23 08:01")]
    public void Working_time_is_added_over_breaks_and_closed_days(string from, int minutes, string to) =>
        Assert.Equal(Wita(to), Calendar.AddWorkingTime(Wita(from), TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void A_deadline_in_days_ends_when_the_office_closes()
    {
        Assert.Equal(Wita("2026-11-27 16:00"), Calendar.DueAtEndOfNthWorkingDay(Wita("2026-11-20 10:00"), 5));
        Assert.Equal(Wita("2026-11-24 16:30"), Calendar.DueAtEndOfNthWorkingDay(Wita("2026-11-23 23:59"), 1));
    }

    [Fact]
    public void The_day_of_receipt_is_the_local_day() =>
        // 16:30 UTC on Sunday is already Monday in WITA.
        Assert.Equal(Wita("2026-11-24 16:30"), Calendar.DueAtEndOfNthWorkingDay(new(2026, 11, 22, 16, 30, 0, DateTimeKind.Utc), 1));

    [Fact]
    public void Days_beyond_the_known_holidays_follow_the_weekday_and_say_so()
    {
        var newYear2031 = new DateOnly(2031, 1, 1);
        Assert.True(Calendar.IsWorkingDay(newYear2031));
        Assert.False(Calendar.IsCertain(newYear2031));
        Assert.True(Calendar.IsCertain(new(2027, 12, 31)));
        Assert.False(Calendar.IsCertain(new(2025, 12, 31)));
    }

    [Fact]
    public void A_holiday_tells_its_kind()
    {
        Assert.Equal(HolidayKind.CutiBersama, Calendar.HolidayOn(new(2026, 12, 24))?.Kind);
        Assert.Equal(HolidayKind.National, Calendar.HolidayOn(new(2026, 12, 25))?.Kind);
        Assert.Null(Calendar.HolidayOn(new(2026, 12, 23)));
    }

    [Theory]
    [InlineData("2026-11-20 11:29", true)]
    [InlineData("2026-11-20 11:30", false)]
    [InlineData("2026-11-20 14:00", true)]
    [InlineData("2026-11-21 09:00", false)]
    public void The_office_is_open_inside_its_hours(string at, bool open) => Assert.Equal(open, Calendar.IsOpen(Wita(at)));

    [Fact]
    public void A_local_instant_is_refused() =>
        Assert.Throws<ArgumentException>(() => Calendar.IsOpen(new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Local)));

    [Fact]
    public void A_length_below_zero_and_a_count_below_one_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingTime(DateTime.UtcNow, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.NthWorkingDayAfter(new(2026, 1, 1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.NthWorkingDayAfter(new(2099, 12, 30), 9));
    }

    internal static DateTime Wita(string local) =>
        Kernel.Time.Wita.Utc(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
