using Layar.Survey.Contracts;
using Layar.Survey.Index;

namespace Layar.Survey.Results;

/// <param name="Key">service code; empty when the case had none; null for the pool of services with few answers</param>
internal sealed record ServiceIndex(string? Key, int Answers, IndexScore Score);

/// <summary>What the page, the file and the print show of one period.</summary>
/// <param name="Exact">null while fewer than five answers may be counted</param>
/// <param name="TwoDecimals">the same answers with weight 0.11, as many past reports have it</param>
/// <param name="Pooled">services whose answers are in the pool, so that nobody looks for them in vain</param>
internal sealed record SurveyReport(
    SurveyPeriod Period, int Answers, int Invited, IndexScore? Exact, IndexScore? TwoDecimals, IReadOnlyList<ServiceIndex> Services, IReadOnlyList<string> Pooled)
{
    public int Needed => SampleSize.For(Invited);

    public bool IsSampleEnough => Answers >= Needed;

    /// <param name="year">every cell of the year, whatever the period: the blocks are cut alike for all filters</param>
    public static SurveyReport Of(SurveyPeriod period, IReadOnlyList<SurveyCell> year, int invited)
    {
        var blocks = SmallGroups.Release(year, c => c.Quarter, c => c.Service, c => c.Answers).Where(b => period.Covers(b.Quarter)).ToList();
        var cells = blocks.SelectMany(b => b.Parts).ToList();
        var services = blocks.GroupBy(b => b.Key)
            .Select(g => new ServiceIndex(g.Key, g.Sum(b => b.Count), SurveyCell.Score(g.SelectMany(b => b.Parts), SurveyScheme.Standard)!))
            .OrderBy(s => s.Key is null).ThenByDescending(s => s.Answers).ToList();
        var pooled = blocks.Where(b => b.Key is null).SelectMany(b => b.Parts).Select(c => c.Service).Distinct().Order(StringComparer.Ordinal).ToList();
        return new SurveyReport(period, cells.Sum(c => c.Answers), invited, SurveyCell.Score(cells, SurveyScheme.Standard),
            SurveyCell.Score(cells, SurveyScheme.TwoDecimalWeight), services, pooled);
    }
}
