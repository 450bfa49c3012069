using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using static Layar.Kernel.Tests.Time.WorkingCalendarTests;

namespace Layar.Kernel.Tests.Time;

[Trait("Kind", "rule")]
public sealed class WitaTests
{
    private static readonly DateTime At = Wita("2026-11-24 09:00");

    [Fact]
    public void Times_read_as_people_write_them()
    {
        var id = TextCatalogue.Indonesian;
        Assert.Equal("Selasa 24 Nov, 09.00", Kernel.Time.Wita.Brief(At, id));
        Assert.Equal("24 November 2026", Kernel.Time.Wita.Date(At, id));
        Assert.Equal("09.00 WITA", Kernel.Time.Wita.Time(At, id));
        Assert.Equal("24 November 2026, 09.00 WITA", Kernel.Time.Wita.Full(At, id));
        Assert.Equal("24/11/2026", Kernel.Time.Wita.ShortDate(new(2026, 11, 24)));
        Assert.Equal("Jumat", Kernel.Time.Wita.Weekday(new(2026, 11, 20), id));
    }

    [Fact]
    public void English_has_its_own_words()
    {
        var en = TextCatalogue.English;
        Assert.Equal("Tuesday 24 Nov, 09:00", Kernel.Time.Wita.Brief(At, en));
        Assert.Equal("17 August 2026", Kernel.Time.Wita.Date(new DateOnly(2026, 8, 17), en));
        Assert.Equal("1 hour left", Kernel.Time.Wita.Left(TimeSpan.FromMinutes(61), en));
        Assert.Equal("2 working days late", Kernel.Time.Wita.WorkingDays(-2, en));
    }

    [Theory]
    [InlineData(120, "2 jam lagi")]
    [InlineData(119, "1 jam lagi")]
    [InlineData(59, "59 mnt lagi")]
    [InlineData(-20, "lewat 20 mnt")]
    [InlineData(-2880, "lewat 2 hari")]
    public void What_is_left_is_never_promised_too_long(int minutes, string text) =>
        Assert.Equal(text, Kernel.Time.Wita.Left(TimeSpan.FromMinutes(minutes), TextCatalogue.Indonesian));

    [Fact]
    public void What_passed_and_working_days_have_words()
    {
        var id = TextCatalogue.Indonesian;
        Assert.Equal("1 hari kerja", Kernel.Time.Wita.WorkingDays(1, id));
        Assert.Equal("baru saja", Kernel.Time.Wita.Ago(At, At.AddSeconds(59), id));
        Assert.Equal("3 hari lalu", Kernel.Time.Wita.Ago(At, At.AddDays(3), id));
    }

    [Fact]
    public void The_day_changes_at_midnight_in_Makassar() =>
        Assert.Equal(new DateOnly(2026, 11, 24), Kernel.Time.Wita.Day(new(2026, 11, 23, 16, 0, 0, DateTimeKind.Utc)));
}
