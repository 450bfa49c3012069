using Layar.Bench.Lab;
using Layar.Bench.Load;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

/// <summary>Rounds in turn: the application, then its limit, so that what disturbs the machine disturbs both.</summary>
internal static class Duel
{
    private const double Window = 2;
    private const int FewestWindows = 8;
    private const int MostWindows = 30;

    public static async Task<Result> Fight(Trial trial, string scenario, int clients, HttpChild subject, Call call, Func<int, double, Task<Sample>>? limit)
    {
        var seconds = trial.Options.Seconds;
        await Warm((window, stop) => LoadRun.Run(subject.Address, call, clients, window, stop), trial.Stop);
        if (limit is not null) await Warm((window, _) => limit(clients, window), trial.Stop);
        subject.Process.ForgetPeak();
        var ours = new List<Sample>();
        var theirs = new List<Sample>();
        var busy = 0.0;
        for (var round = 0; round < trial.Options.Rounds; round++)
        {
            var before = subject.Process.ProcessorSeconds();
            ours.Add(await LoadRun.Run(subject.Address, call, clients, seconds, trial.Stop));
            busy += subject.Process.ProcessorSeconds() - before;
            if (limit is not null) theirs.Add(await limit(clients, seconds));
        }
        if (ours.Concat(theirs).FirstOrDefault(s => s.Wrong > 0 || s.Done == 0) is { } bad)
            throw new CannotMeasure($"{bad.Wrong} answers of {bad.Wrong + bad.Done} were wrong ({bad.FirstWrong})");
        return Result(trial.Row(scenario, clients), ours, theirs) with
        {
            PeakMegabytes = subject.Process.PeakMegabytes(), Processors = busy / ours.Sum(s => s.Seconds),
        };
    }

    /// <summary>Asks until it gets no faster: the runtime compiles a hot method twice more, after seconds of work.</summary>
    private static async Task Warm(Func<double, CancellationToken, Task<Sample>> ask, CancellationToken stop)
    {
        var best = 0.0;
        var slower = 0;
        for (var window = 0; window < MostWindows && (window < FewestWindows || slower < 3); window++)
        {
            var now = (await ask(Window, stop)).PerSecond;
            slower = now > best * 1.03 ? 0 : slower + 1;
            best = Math.Max(best, now);
        }
    }

    private static Result Result(Result row, List<Sample> ours, List<Sample> theirs)
    {
        row = row with
        {
            PerSecond = ours.Select(s => s.PerSecond).Median(), P50 = ours.Select(s => s.P50).Median(),
            P95 = ours.Select(s => s.P95).Median(), P99 = ours.Select(s => s.P99).Median(),
        };
        if (theirs.Count == 0) return row;
        var ratios = ours.Zip(theirs, (a, b) => a.PerSecond / b.PerSecond).ToList();
        return row with { Limit = theirs.Select(s => s.PerSecond).Median(), Ratio = ratios.Median(), RatioLow = ratios.Min(), RatioHigh = ratios.Max() };
    }

    /// <summary>A limit program that answers over HTTP.</summary>
    public static Func<int, double, Task<Sample>> Http(HttpChild child, Call call, CancellationToken stop) =>
        (clients, seconds) => LoadRun.Run(child.Address, call, clients, seconds, stop);
}
