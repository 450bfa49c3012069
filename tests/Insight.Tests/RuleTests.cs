using Layar.Insight.Analysis;
using Layar.Insight.Bands;
using Layar.Insight.Rollup;
using Layar.Kernel.Installations;

namespace Layar.Insight.Tests;

[Trait("Kind", "rule")]
public sealed class RuleTests
{
    [Theory]
    [InlineData("2023-06-30", "71.00", 3)]
    [InlineData("2023-06-30", "70.99", 2)]
    [InlineData("2023-06-30", "40.00", 1)]
    [InlineData("2025-06-30", "86.00", 3)]
    [InlineData("2025-06-30", "50.00", 1)]
    [InlineData("2026-06-30", "90.99", 2)]
    [InlineData("2026-06-30", "91.00", 3)]
    public void The_ratio_is_scored_by_the_bands_of_its_year(string day, string percentage, int score) =>
        Assert.Equal(score, Bands().On(DateOnly.Parse(day)).ScoreOf(decimal.Parse(percentage, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_file_of_the_office_takes_the_place_of_the_shipped_bands()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "settings"));
        File.WriteAllText(Path.Combine(folder, "settings", "ratio-bands.json"),
            """{ "entries": [ { "validFrom": "2026-01-01", "target": 60, "legalBasis": "uji", "bands": [ { "score": 1, "atLeast": 0 } ] } ], "targetDays": 3 }""");
        var bands = Bands(folder);
        Assert.Equal((60m, 3), (bands.On(new DateOnly(2026, 5, 1)).Target, bands.TargetDays));
    }

    [Fact]
    public void The_median_from_groups_of_days_is_right_to_the_width_of_its_group()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var days = Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(0, random.Next(1, 120))).Order().ToList();
            var median = DayBuckets.Quantile(days.GroupBy(DayBuckets.Of).Select(g => KeyValuePair.Create(g.Key, g.Count())), 0.5m)!.Value;
            var real = days[(days.Count - 1) / 2];
            if (real <= 30) Assert.Equal(real, median);
            else Assert.Equal(DayBuckets.Of(real), DayBuckets.Of((int)median));
        }
    }

    [Theory]
    [InlineData("2026-02", "2026-11", false, "2026-02-01", "2026-11-30")]
    [InlineData("2026-11", "2026-02", false, "2026-02-01", "2026-11-30")]
    [InlineData("2026-02", "2026-11", true, "2026-01-01", "2026-12-31")]
    [InlineData("x", null, false, "2026-01-01", "2026-11-30")]
    [InlineData("1900-01", "2026-11", false, "2026-01-01", "2026-11-30")]
    [InlineData("2001-01", "2026-11", false, "2021-12-01", "2026-11-30")]
    public void A_period_is_whole_months_and_whole_quarters_for_planners(string? from, string? to, bool quarters, string first, string last)
    {
        var period = AnalysisPeriod.Read(from, to, new DateOnly(2026, 11, 21), quarters);
        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), (period.From, period.To));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(320, 400)]
    [InlineData(23, 30)]
    [InlineData(9999, 10000)]
    public void The_axis_ends_at_a_round_number_above_the_highest_bar(int highest, int most) =>
        Assert.Equal(most, new BarChart([new PeriodBar(new DateOnly(2026, 1, 1), highest, 0, 0)]).Most);

    private static RatioBands Bands(string? folder = null) => new(new Installation(folder ?? Path.GetTempPath(), "", "63.11", true, ""));
}
