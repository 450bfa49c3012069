using Layar.Kernel.Time;

namespace Layar.Kernel.Tests.Time;

[Trait("Kind", "rule")]
public sealed class CalendarFileTests
{
    private const string Good = """
        { "version": "x", "validFrom": "2026-01-01", "legalBasis": "SK", "zone": "Asia/Jakarta", "certainFrom": "2026-01-01", "certainTo": "2026-12-31",
          "hours": { "monday": ["13.00-16.00", "08:00-12:00"] },
          "specialHours": [ { "from": "2026-02-18", "to": "2026-03-19", "hours": { "monday": ["08.00-10.00"], "saturday": ["08.00-09.00"] } } ],
          "holidays": { "local": ["2026-04-06"] } }
        """;

    [Fact]
    public void An_office_may_have_its_own_hours_and_days()
    {
        var calendar = CalendarFile.Read(Good).Match(x => x, why => throw new InvalidOperationException(why.ToString()));
        Assert.Equal(TimeSpan.FromHours(7), calendar.WorkingTimeBetween(new(2026, 4, 12, 17, 0, 0, DateTimeKind.Utc), new(2026, 4, 13, 17, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(2, calendar.HoursOn(new(2026, 2, 23)).Single().Length.TotalHours);
        Assert.True(calendar.IsWorkingDay(new(2026, 2, 21)));
        Assert.Equal(HolidayKind.Local, calendar.HolidayOn(new(2026, 4, 6))?.Kind);
        Assert.False(calendar.IsWorkingDay(new(2026, 4, 6)));
    }

    [Theory]
    [InlineData("Asia/Jakarta", "Europe/Paris", "kernel.calendar.zone")]
    [InlineData("13.00-16.00", "13.00-25.00", "kernel.calendar.hours")]
    [InlineData("13.00-16.00", "11.00-16.00", "kernel.calendar.hours")]
    [InlineData("\"13.00-16.00\"", "null", "kernel.calendar.hours")]
    [InlineData("\"13.00-16.00\", \"08:00-12:00\"", "", "kernel.calendar.hours")]
    [InlineData("2026-03-19", "2026-01-19", "kernel.calendar.period")]
    [InlineData("2026-04-06", "2026-04-31", "kernel.calendar.json")]
    [InlineData("\"zone\"", "\"zona\"", "kernel.calendar.json")]
    [InlineData("\"x\"", "null", "kernel.calendar.json")]
    [InlineData("[\"13.00-16.00\", \"08:00-12:00\"]", "null", "kernel.calendar.hours")]
    [InlineData("\"to\": \"2026-03-19\",", "", "kernel.calendar.json")]
    [InlineData("\"specialHours\": [", "\"specialHours\": [null,", "kernel.calendar.json")]
    [InlineData("{", "[", "kernel.calendar.json")]
    public void A_slip_in_the_file_is_told(string right, string wrong, string code) =>
        Assert.Equal(code, CalendarFile.Read(Good.Replace(right, wrong, StringComparison.Ordinal)).Refusal?.Code);
}
