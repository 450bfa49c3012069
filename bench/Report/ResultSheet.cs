using Layar.Bench.Scenarios;

namespace Layar.Bench.Report;

/// <summary>Collects rows and what could not be measured, prints them and writes the page for the documentation.</summary>
internal sealed class ResultSheet(string command, List<string> machine)
{
    private static readonly string[] Growing = ["track", "queue", "counts", "case", "search"];
    private readonly List<Result> results = [];
    private readonly List<string> missing = [];

    public List<string> Machine => machine;

    public bool Complete => missing.Count == 0;

    public Task Add(Scenario scenario, Trial trial) => Take(scenario, $"{trial.Site.Name} at {trial.Data.Cases:N0} cases", () => scenario.Measure(trial));

    public Task AddAlone(Scenario scenario, Options options, CancellationToken stop) => Take(scenario, $"{options.Persons:N0} persons", () => scenario.Alone!(options, stop));

    private async Task Take(Scenario scenario, string where, Func<Task<IReadOnlyList<Result>>> measure)
    {
        Console.Error.WriteLine($"{where}: {scenario.Name} ...");
        try
        {
            results.AddRange(await measure());
        }
        catch (CannotMeasure why)
        {
            missing.Add($"{scenario.Name} on {where}: {why.Message}");
        }
        catch (Exception failure) when (failure is HttpRequestException or System.Data.Common.DbException or IOException)
        {
            missing.Add($"{scenario.Name} on {where}: {failure.GetType().Name}: {failure.Message}");
        }
    }

    /// <summary>How much slower a page is at the largest number of cases than at the smallest.</summary>
    public void AddGrowth()
    {
        foreach (var group in results.Where(r => Growing.Contains(r.Scenario) && r.P50 is not null).GroupBy(r => (r.Scenario, r.Database, r.Clients)).ToList())
        {
            var (small, large) = (group.MinBy(r => r.Cases)!, group.MaxBy(r => r.Cases)!);
            if (small.Cases == large.Cases) continue;
            var ratio = large.P50!.Value / small.P50!.Value;
            results.Add(new Result { Scenario = "growth", Database = large.Database, Cases = large.Cases, Clients = large.Clients, Note = $"{large.Scenario}: p50 × {ratio:N2} from {small.Cases:N0} cases" }
                .With(true, "≤ 1.3 ×", ratio <= 1.3));
        }
    }

    public void Print()
    {
        foreach (var line in machine) Console.WriteLine(line);
        Console.WriteLine();
        var rows = Rows();
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows) Console.WriteLine(string.Join("  ", row.Select((cell, i) => i is > 1 and < 11 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
        foreach (var why in missing) Console.WriteLine("NOT MEASURED  " + why);
    }

    public async Task Write(string file)
    {
        var rows = Rows();
        string Line(string[] row) => "| " + string.Join(" | ", row) + " |";
        await File.WriteAllLinesAsync(file,
        [
            "# Benchmarks", "",
            "Written by `./layar bench … --markdown docs/benchmarks.md`. Every ratio compares with a bare program that did the same work in the same run,",
            "in turns; figures are medians of the rounds, the bracket holds the smallest and the largest ratio. Clients, application, limit program and",
            "database share the processors named below. Times are in milliseconds, as a client sees them on a connection that stays open.", "",
            $"Command: `./layar bench {command}` · {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC", "",
            .. machine.Select(m => "- " + m), "",
            Line(rows[0]), "|" + string.Concat(rows[0].Select((_, i) => i is > 1 and < 11 ? "--:|" : "---|")), .. rows.Skip(1).Select(Line), "",
            .. missing.Count == 0 ? Array.Empty<string>() : ["Not measured:", "", .. missing.Select(m => "- " + m.ReplaceLineEndings(" ")), ""],
            "What the scenarios do and how their limits work: `./layar bench` lists them; the limit programs are in `bench/Limits`.",
        ]);
    }

    private List<string[]> Rows() =>
    [
        ["scenario", "database", "cases", "clients", "per s", "p50", "p95", "p99", "limit/s", "MB", "CPU", "ratio", "goal", "note"],
        .. results.Select(r => new[]
        {
            r.Scenario, r.Database, r.Cases.ToString("N0"), r.Clients?.ToString() ?? "–", Number(r.PerSecond, "N0"), Number(r.P50, "N2"), Number(r.P95, "N2"), Number(r.P99, "N2"),
            Number(r.Limit, "N0"), Number(r.PeakMegabytes, "N0"), Number(r.Processors, "N2"),
            r.Ratio is null ? "–" : $"{r.Ratio:P0} ({r.RatioLow:P0}–{r.RatioHigh:P0})",
            r.Goals.Count == 0 ? "–" : string.Join("; ", r.Goals.Select(g => $"{g.Text} {(g.Met ? "met" : "MISSED")}")), r.Note,
        }),
    ];

    private static string Number(double? value, string format) => value is { } number && !double.IsNaN(number) ? number.ToString(format) : "–";
}
