using Layar.Bench.Lab;
using Layar.Bench.Load;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

internal static class StartScenario
{
    public static async Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        var taken = new List<double>();
        var resident = 0.0;
        for (var i = 0; i < 1 + trial.Options.Rounds; i++)
        {
            await using var subject = await HttpChild.Layar(trial.Data, trial.Stop);
            if (i > 0) taken.Add(subject.Ready.TotalMilliseconds);
            resident = subject.Process.Megabytes();
        }
        var row = trial.Row("start") with { P50 = taken.Median(), PeakMegabytes = resident, Note = $"{taken.Min():N0}–{taken.Max():N0} ms" };
        return [row.With(true, "≤ 2 s", row.P50 <= 2000)];
    }
}
