using Layar.Cases.Contracts;
using Layar.Insight.Bands;
using Layar.Insight.Rollup;
using Layar.Survey.Contracts;

namespace Layar.Insight.Analysis;

/// <summary>Puts the figures of a period together, in full for the managers and in groups of five and more for the planners.</summary>
internal sealed class AnalysisReport(Figures figures, ICaseFigures cases, ISatisfaction satisfaction, RatioBands bands, WaitingCache waiting)
{
    public async Task<AnalysisView> Full(AnalysisPeriod period, CancellationToken stop)
    {
        var days = await figures.Days(period.From, period.To, stop);
        var before = await figures.By(Facet.Channel, period.YearBefore.From, period.YearBefore.To, stop);
        var districts = await figures.By(Facet.District, period.From, period.To, stop);
        return await View(period, false, stop) with
        {
            Received = days.Sum(d => d.Received), ReceivedBefore = before.Sum(d => d.Received), Resolved = days.Sum(d => d.Resolved),
            Bars = Bars(period, days),
            Districts = [.. districts.Select(d => new DistrictFigure(d.Key, d.Received, d.Open)).OrderByDescending(d => d.Received).ThenBy(d => d.Code, StringComparer.Ordinal)],
            Steps = await waiting.Read(cases, stop),
        };
    }

    /// <summary>Blocks are cut over whole years and whole quarters, so that no two periods differ by fewer than five cases.</summary>
    public async Task<AnalysisView> InGroups(AnalysisPeriod period, CancellationToken stop)
    {
        var (from, to) = (new DateOnly(period.From.Year, 1, 1), new DateOnly(period.To.Year, 12, 31));
        var days = await figures.Days(from, to, stop);
        var districts = Groups.Districts(period, await figures.DaysBy(Facet.District, from, to, stop));
        return await View(period, true, stop) with
        {
            Received = districts.Sum(d => d.Received), Resolved = Groups.Resolved(period, days), Bars = Groups.Bars(period, days), Districts = districts,
            Steps = Groups.Steps(await waiting.Read(cases, stop)),
        };
    }

    private async Task<AnalysisView> View(AnalysisPeriod period, bool groupsOnly, CancellationToken stop) => new(
        period, groupsOnly, 0, null, null, bands.On(period.To), await figures.MedianDays(period.From, period.To, stop), bands.TargetDays,
        await satisfaction.For(period.From, period.To, stop), [], [], []);

    private static List<PeriodBar> Bars(AnalysisPeriod period, IReadOnlyList<DayFigure> days)
    {
        var months = days.ToLookup(d => (d.Day.Year, d.Day.Month));
        return [.. Enumerable.Range(0, period.Months).Select(n => period.From.AddMonths(n)).Select(m => Bar(m, months[(m.Year, m.Month)]))];
    }

    private static PeriodBar Bar(DateOnly month, IEnumerable<DayFigure> days)
    {
        var counts = days.GroupBy(d => d.Social).ToDictionary(g => g.Key, g => g.Sum(d => d.Received));
        return new PeriodBar(month, counts.GetValueOrDefault(Sociality.Social), counts.GetValueOrDefault(Sociality.NonSocial), counts.GetValueOrDefault(Sociality.Undecided));
    }
}
