using Layar.Cases.Contracts;
using Layar.Insight.Rollup;
using Layar.Survey.Contracts;

namespace Layar.Insight.Analysis;

/// <summary>The figures for readers who plan: only groups of five and more, alike under every filter.</summary>
internal static class Groups
{
    private const string Done = "done";

    public static IReadOnlyList<DistrictFigure> Districts(AnalysisPeriod period, IReadOnlyList<DayFigure> days) =>
    [
        .. Released(period, days, d => d.Key, d => d.Received).GroupBy(g => g.Group.Key)
            .Select(g => new DistrictFigure(g.Key, g.Sum(b => b.Group.Count), null))
            .OrderBy(d => d.Code is null).ThenByDescending(d => d.Received).ThenBy(d => d.Code, StringComparer.Ordinal),
    ];

    /// <summary>A bar for each quarter; what had to be pooled counts as undecided.</summary>
    public static IReadOnlyList<PeriodBar> Bars(AnalysisPeriod period, IReadOnlyList<DayFigure> days)
    {
        var blocks = Released(period, days, d => d.Social.ToString(), d => d.Received).ToLookup(b => b.From);
        return [.. Enumerable.Range(0, period.Months / 3).Select(n => period.From.AddMonths(n * 3)).Select(q => new PeriodBar(
            q, Sum(blocks[q], nameof(Sociality.Social)), Sum(blocks[q], nameof(Sociality.NonSocial)), Sum(blocks[q], nameof(Sociality.Undecided)) + Sum(blocks[q], null)))];
    }

    /// <summary>Null when in some quarter the resolved or the others are fewer than five: the ratio would give them away.</summary>
    public static int? Resolved(AnalysisPeriod period, IReadOnlyList<DayFigure> days)
    {
        var cells = days.SelectMany(d => new[] { (Day: d, Key: Done, Count: d.Resolved), (Day: d, Key: "", Count: d.Received - d.Resolved) });
        var blocks = cells.GroupBy(c => c.Day.Day.Year)
            .SelectMany(year => SmallGroups.Release(year, c => c.Day.Quarter, c => c.Key, c => c.Count).Select(g => (From: Quarter(year.Key, g.Quarter), Group: g)))
            .Where(b => b.From >= period.From && b.From <= period.To).ToList();
        return blocks.Any(b => b.Group.Key is null) ? null : blocks.Where(b => b.Group.Key == Done).Sum(b => b.Group.Count);
    }

    public static IReadOnlyList<StepFigure> Steps(IReadOnlyList<StepFigure> steps)
    {
        var hidden = SmallGroups.Hidden(steps.ToDictionary(s => s.Step.ToString(), s => s.Count ?? 0));
        return [.. steps.Select(s => hidden.Contains(s.Step.ToString())
            ? new StepFigure(s.Step, null, null, null, null, null, 0)
            : s with { Overdue = null, Oldest = null, OldestHours = 0 })];
    }

    private static IEnumerable<(DateOnly From, ReleasedGroup<DayFigure> Group)> Released(
        AnalysisPeriod period, IEnumerable<DayFigure> days, Func<DayFigure, string> key, Func<DayFigure, int> count) =>
        days.GroupBy(d => d.Day.Year)
            .SelectMany(year => SmallGroups.Release(year, d => d.Quarter, key, count).Select(g => (From: Quarter(year.Key, g.Quarter), Group: g)))
            .Where(b => b.From >= period.From && b.From <= period.To);

    private static DateOnly Quarter(int year, int quarter) => new(year, quarter * 3 - 2, 1);

    private static int Sum(IEnumerable<(DateOnly From, ReleasedGroup<DayFigure> Group)> blocks, string? key) =>
        blocks.Where(b => b.Group.Key == key).Sum(b => b.Group.Count);
}
