using Layar.Areas.Contracts;
using Layar.Cases.Visits;
using Layar.Cases.Visits.ScheduleVisit;
using Layar.Kernel.Time;

namespace Layar.Cases.Tests.Visits;

[Trait("Kind", "rule")]
public sealed class VisitRuleTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    private static IReadOnlyList<string> Warnings(string day, string from, string to) =>
        VisitTime.Read(DateOnly.Parse(day), from, to, Now).Match(t => t.Warnings(WorkingCalendar.Shipped), why => [why.Code]);

    [Theory]
    [InlineData("2026-11-24", "09:00", "11:00", "")]
    [InlineData("2026-11-27", "09:00", "11:30", "")]
    [InlineData("2026-11-27", "11.00", "11.31", "visits.warn.friday")]
    [InlineData("2026-11-27", "13:59", "15:00", "visits.warn.friday")]
    [InlineData("2026-11-27", "14:00", "15:00", "")]
    [InlineData("2026-12-24", "09:00", "10:00", "visits.warn.holiday")]
    [InlineData("2026-12-25", "12:00", "13:00", "visits.warn.friday,visits.warn.holiday")]
    [InlineData("2026-11-28", "09:00", "10:00", "visits.warn.weekend")]
    [InlineData("2026-11-23", "07:00", "08:00", "visits.time.past")]
    [InlineData("2026-11-24", "10:00", "10:00", "visits.time.order")]
    [InlineData("2026-11-24", "25:00", "26:00", "visits.time.form")]
    [InlineData("2028-11-24", "09:00", "10:00", "visits.time.far")]
    public void Times_are_read_and_doubtful_ones_warned_of(string day, string from, string to, string expected) =>
        Assert.Equal(expected, string.Join(",", Warnings(day, from, to)));

    [Fact]
    public void The_way_to_the_village_is_measured_when_its_point_is_known()
    {
        var here = Position.Read("-2.2", "115.6", "35")!;
        Assert.InRange(here.MetresTo(new Area("63.11.02.2004", "63.11.02", 4, "desa", "Tabuan", -2.21, 115.6))!.Value, 1110, 1114);
        Assert.Null(here.MetresTo(new Area("63.11.02.2004", "63.11.02", 4, "desa", "Tabuan")));
        Assert.Equal(35, here.Accuracy);
    }

    [Theory]
    [InlineData("91", "0")]
    [InlineData("NaN", "0")]
    [InlineData("1e999", "0")]
    [InlineData("", "")]
    [InlineData("0", "181")]
    public void A_position_that_cannot_be_is_none(string lat, string lon) => Assert.Null(Position.Read(lat, lon, "5"));
}
