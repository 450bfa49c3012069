using Layar.Cases.Contracts;

namespace Layar.Insight.Analysis;

/// <summary>The waiting cases, read from the open files at most twice a minute: the table changes slowly and many look at it.</summary>
internal sealed class WaitingCache(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
    private volatile Held? held;

    public async Task<IReadOnlyList<StepFigure>> Read(ICaseFigures cases, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (held is { } fresh && now < fresh.Until) return fresh.Steps;
        var steps = Waiting.Steps(await cases.Waiting(now, stop));
        held = new Held(now + Life, steps);
        return steps;
    }

    private sealed record Held(DateTime Until, IReadOnlyList<StepFigure> Steps);
}

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
