using Layar.Letters.Wording;

namespace Layar.Letters.Tests.Wording;

[Trait("Kind", "rule")]
public sealed class IndonesianDateTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void Days_are_written_out() => Assert.Equal("21 November 2026", IndonesianDate.Long(Day));

    [Fact]
    public void Weekdays_come_first() => Assert.Equal("Sabtu, 21 November 2026", IndonesianDate.WithWeekday(Day));

    [Theory]
    [InlineData(1, "I", "1 Januari 2026")]
    [InlineData(4, "IV", "1 April 2026")]
    [InlineData(8, "VIII", "1 Agustus 2026")]
    [InlineData(9, "IX", "1 September 2026")]
    [InlineData(12, "XII", "1 Desember 2026")]
    public void Months_have_names_and_roman_numbers(int month, string roman, string day)
    {
        Assert.Equal(roman, IndonesianDate.RomanMonth(new(2026, month, 1)));
        Assert.Equal(day, IndonesianDate.Long(new(2026, month, 1)));
    }

    [Fact]
    public void Times_are_shown_in_Wita_with_a_dot() =>
        Assert.Equal("14.30 WITA", IndonesianDate.Time(new(2026, 11, 21, 6, 30, 0, DateTimeKind.Utc)));

    [Fact]
    public void After_sixteen_hours_utc_it_is_tomorrow_in_Wita() =>
        Assert.Equal("Minggu, 22 November 2026 pukul 00.05 WITA", IndonesianDate.Moment(new(2026, 11, 21, 16, 5, 0, DateTimeKind.Utc)));

    [Fact]
    public void A_time_that_is_not_utc_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => IndonesianDate.Time(new(2026, 11, 21, 6, 30, 0, DateTimeKind.Unspecified)));
}
