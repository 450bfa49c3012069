using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

/// <summary>Takes the time that making the data of this run took.</summary>
internal static class DemoScenario
{
    private const int Million = 1_000_000;

    public static Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        var rate = trial.Data.Cases / trial.Data.Made.TotalSeconds;
        var minutes = Million / rate / 60;
        var note = trial.Data.Cases == Million ? $"{minutes:N1} min" : $"{trial.Data.Made.TotalSeconds:N1} s with start and migration; a million by this rate: {minutes:N1} min";
        var row = trial.Row("demo") with { PerSecond = rate, Note = note };
        return Task.FromResult<IReadOnlyList<Result>>([row.With(trial.Data.Cases == Million, "≤ 10 min", minutes <= 10)]);
    }
}
