using System.Collections.Immutable;
using Layar.Survey.Index;

namespace Layar.Survey.Tests.Index;

[Trait("Kind", "rule")]
public sealed class SatisfactionIndexTests
{
    private static readonly ImmutableArray<long> Totals = [105, 101, 100, 116, 102, 105, 106, 105, 115];
    private static readonly ImmutableArray<long> Tenths = [34, 32, 30, 40, 35, 36, 37, 31, 33];

    [Fact]
    public void Twenty_nine_answers_give_the_index_of_the_handbook()
    {
        var exact = SatisfactionIndex.OfTotals(Totals, 29, SurveyScheme.Standard);
        Assert.Equal((91.48m, IndexGrade.A), (exact.Index, exact.Grade));
        Assert.Equal(90.56m, SatisfactionIndex.OfTotals(Totals, 29, SurveyScheme.TwoDecimalWeight).Index);
        Assert.Equal([3.6207m, 3.4828m, 3.4483m, 4.0000m, 3.5172m, 3.6207m, 3.6552m, 3.6207m, 3.9655m], exact.Elements.Select(x => Math.Round(x.Mean, 4)));
    }

    [Theory]
    [InlineData(null, "85.56")]
    [InlineData("0.111", "85.47")]
    [InlineData("0.11", "84.70")]
    public void The_weight_changes_the_index(string? weight, string index)
    {
        var scheme = SurveyScheme.Standard with { FixedWeight = weight is null ? null : Number(weight) };
        Assert.Equal(Number(index), SatisfactionIndex.OfTotals(Tenths, 10, scheme).Index);
    }

    [Fact]
    public void An_average_of_3_55_is_A_exactly_and_B_with_the_short_weight()
    {
        var totals = Enumerable.Repeat(355L, 9).ToImmutableArray();
        var exact = SatisfactionIndex.OfTotals(totals, 100, SurveyScheme.Standard);
        var brief = SatisfactionIndex.OfTotals(totals, 100, SurveyScheme.TwoDecimalWeight);
        Assert.Equal((88.75m, IndexGrade.A), (exact.Index, exact.Grade));
        Assert.Equal((87.86m, IndexGrade.B), (brief.Index, brief.Grade));
    }

    [Theory]
    [InlineData("88.31", 'A')]
    [InlineData("88.30", 'B')]
    [InlineData("76.61", 'B')]
    [InlineData("76.60", 'C')]
    [InlineData("65.00", 'C')]
    [InlineData("64.99", 'D')]
    public void Bands_have_no_gaps_after_rounding(string index, char grade) =>
        Assert.Equal(grade.ToString(), IndexGrades.Of(Number(index)).ToString());

    [Fact]
    public void An_index_in_the_gap_is_rounded_up_before_it_is_graded()
    {
        // 2599.8 thousandths of SKM x 25 = 64.995: a half, which goes up to C.
        var score = SatisfactionIndex.OfTotals([25998], 10_000, new SurveyScheme(["only"]));
        Assert.Equal((65.00m, IndexGrade.C), (score.Index, score.Grade));
    }

    [Fact]
    public void Only_complete_rows_count()
    {
        var rows = Rows(6, 4).Append(Row(1, "cost")).Append(new Dictionary<string, int>(Row(4)) { ["time"] = 5 }).ToList();
        var result = SatisfactionIndex.Of(rows, SurveyScheme.Standard);
        Assert.Equal((6, 2, 100m), (result.Complete, result.Incomplete, result.Score!.Index));
    }

    [Fact]
    public void Fewer_than_five_complete_rows_stay_hidden()
    {
        Assert.True(SatisfactionIndex.Of(Rows(4, 3), SurveyScheme.Standard).IsHidden);
        Assert.True(SatisfactionIndex.Of([], SurveyScheme.Standard).IsHidden);
        Assert.False(SatisfactionIndex.Of(Rows(5, 3), SurveyScheme.Standard).IsHidden);
    }

    [Fact]
    public void A_free_service_may_leave_out_the_cost()
    {
        var rows = Enumerable.Range(0, 5).Select(_ => Row(3, "cost")).ToList();
        Assert.Equal(75m, SatisfactionIndex.Of(rows, SurveyScheme.Standard.Without("cost")).Score!.Index);
        Assert.True(SatisfactionIndex.Of(rows, SurveyScheme.Standard).IsHidden);
    }

    [Fact]
    public void The_three_lowest_elements_are_named_and_ranks_are_shared()
    {
        var score = SatisfactionIndex.OfTotals(Totals, 29, SurveyScheme.Standard);
        Assert.Equal(["time", "procedure", "product"], score.Lowest);
        Assert.Equal([4, 8, 9, 1, 7, 4, 3, 4, 2], score.Elements.Select(x => x.Rank));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 10)]
    [InlineData(50, 44)]
    [InlineData(100, 80)]
    [InlineData(201, 132)]
    [InlineData(500, 217)]
    [InlineData(1000, 278)]
    [InlineData(2000, 322)]
    [InlineData(5000, 357)]
    [InlineData(10_000, 370)]
    [InlineData(137_603, 383)]
    public void The_sample_size_follows_the_table(int population, int size) => Assert.Equal(size, SampleSize.For(population));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<IReadOnlyDictionary<string, int>> AsRows(IEnumerable<Dictionary<string, int>> rows) => rows;

    private static List<IReadOnlyDictionary<string, int>> Rows(int count, int answer) => [.. AsRows(Enumerable.Range(0, count).Select(_ => Row(answer)))];

    private static Dictionary<string, int> Row(int answer, string? without = null) =>
        SurveyScheme.Standard.Elements.Where(x => x != without).ToDictionary(x => x, _ => answer);
}
