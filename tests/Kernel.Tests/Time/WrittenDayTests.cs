using FsCheck;
using FsCheck.Fluent;
using Layar.Kernel.Time;

namespace Layar.Kernel.Tests.Time;

[Trait("Kind", "rule")]
public sealed class WrittenDayTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string[] Months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    [Fact]
    public void A_day_reads_the_same_however_it_is_written() =>
        Prop.ForAll(Gen.Choose(new DateOnly(1928, 1, 1).DayNumber, new DateOnly(2027, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary(), day =>
        {
            var month = Months[day.Month - 1];
            string[] written = [$"{day.Day} {month} {day.Year}", $"tgl {day.Day}-{day.Month}-{day.Year}", $"{day.Day:00}/{day.Month:00}/{day.Year % 100:00}", $"{day:yyyy-MM-dd}", $"{day.Day}{month[..3].ToUpperInvariant()}{day.Year}"];
            Assert.All(written, w => Assert.Equal(new WrittenDay(day, day), WrittenDay.Parse(w, Today)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_words_are_read_or_left_and_never_break() =>
        Prop.ForAll<string>(text => WrittenDay.Parse(text, Today) is not { } found || found.First <= found.Last).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Feb 2024", "2024-02-01", "2024-02-29"), InlineData("bulan Nopember 2025", "2025-11-01", "2025-11-30"), InlineData("02/2026", "2026-02-01", "2026-02-28")]
    [InlineData("sekitar tahun 2023", "2023-01-01", "2023-12-31")]
    public void A_month_or_a_year_means_all_of_its_days(string text, string first, string last) =>
        Assert.Equal(new WrittenDay(DateOnly.Parse(first), DateOnly.Parse(last)), WrittenDay.Parse(text, Today));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("lupa"), InlineData("12 Februari"), InlineData("31 Februari 2026"), InlineData("2026-13-01"), InlineData("3 bulan lalu"), InlineData("00002026"), InlineData("1 2 3 4")]
    public void What_names_no_day_stays_unknown(string? text) => Assert.Null(WrittenDay.Parse(text, Today));
}
