using Layar.Cases.Contracts;

namespace Layar.Insight.Analysis;

/// <summary>From groups of waiting time to the table "Di mana kasus menunggu".</summary>
internal static class Waiting
{
    public static IReadOnlyList<StepFigure> Steps(IEnumerable<WaitingCases> waiting) => [.. waiting.GroupBy(w => w.Step).OrderBy(g => g.Key).Select(Step)];

    private static StepFigure Step(IGrouping<CaseStep, WaitingCases> step)
    {
        var rising = step.OrderBy(w => w.Hours).ToList();
        var oldest = rising.LastOrDefault(w => w.Oldest is not null);
        return new StepFigure(step.Key, rising.Sum(w => w.Count), Quantile(rising, 0.5m), Quantile(rising, 0.9m), rising.Sum(w => w.Overdue), oldest?.Oldest, oldest?.OldestHours ?? 0);
    }

    private static int Quantile(List<WaitingCases> rising, decimal share)
    {
        var wanted = rising.Sum(w => w.Count) * share;
        var seen = 0;
        return rising.First(w => (seen += w.Count) >= wanted).Hours;
    }
}
