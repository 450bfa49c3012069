using System.Diagnostics;
using System.Globalization;
using Layar.Bench.Lab;
using Layar.Bench.Report;
using Layar.Linkage.Instant;
using Layar.Linkage.Tests.Invented;

namespace Layar.Bench.Scenarios;

/// <summary>Linking a registry of invented persons with itself, and finding persons in it while an operator types.</summary>
internal static class LinkageScenario
{
    private const double Repeated = 0.11;
    private const int Operators = 500;

    public static async Task<IReadOnlyList<Result>> Measure(Options options, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("layar-bench-");
        try
        {
            var registry = new IndonesianPersons(9).OneFile((int)(options.Persons / (1 + Repeated)), Repeated);
            var instant = Instant(registry);
            var file = registry.Write(Path.Combine(folder.FullName, "registry.csv"));
            var truth = registry.Truth();
            var count = registry.Count;
            registry = null;
            GC.Collect();
            return [await Batch(folder.FullName, file, count, truth, stop), instant];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Result> Batch(string folder, string file, int persons, HashSet<(string, string)> truth, CancellationToken stop)
    {
        var model = Path.Combine(folder, "model.json");
        var result = Path.Combine(folder, "pairs.csv");
        await File.WriteAllTextAsync(model, IndonesianPersons.Model, stop);
        var bare = await Child("Layar.Bench.dll", ["limit", "linkage", "--file", file], stop);
        var ours = await Child("Layar.Host.dll", ["link", file, "--model", model, "--out", result], stop);
        var loop = bare.Last.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var same = File.ReadLines(result).Where(l => l.EndsWith(",same", StringComparison.Ordinal)).Select(l => l.Split(',')).ToList();
        var right = same.Count(p => truth.Contains((p[0], p[1])) || truth.Contains((p[1], p[0])));
        var row = new Result
        {
            Scenario = "linkage", Database = "CSV", Cases = persons, PerSecond = persons / ours.Seconds, Limit = persons / loop[1], Ratio = loop[1] / ours.Seconds, RatioLow = loop[1] / ours.Seconds,
            RatioHigh = loop[1] / ours.Seconds, PeakMegabytes = ours.Megabytes, Processors = ours.Busy / ours.Seconds,
            Note = $"{ours.Seconds:N1} s from file to file ({ours.Busy:N0} s of processor), precision {(double)right / same.Count:0.0000}, recall {(double)right / truth.Count:0.0000}; bare loop {loop[1]:N1} s for {loop[0] / 1e6:N1} M pairs",
        };
        return row.With(true, "≤ 60 s for 1,000,000", ours.Seconds <= 60).With(true, "≤ 1,500 MB", ours.Megabytes <= 1500);
    }

    /// <summary>A program to its end, with what it used. Like <c>./layar link</c> it runs with the collector of a desktop program.</summary>
    private static async Task<(double Seconds, double Busy, double Megabytes, string Last)> Child(string assembly, string[] args, CancellationToken stop)
    {
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
        Environment.SetEnvironmentVariable("DOTNET_gcConcurrent", "0");
        var watch = Stopwatch.StartNew();
        await using var child = ChildProcess.DotNet(assembly, args);
        Environment.SetEnvironmentVariable("DOTNET_gcServer", null);
        Environment.SetEnvironmentVariable("DOTNET_gcConcurrent", null);
        var (busy, peak) = (0.0, 0.0);
        while (!child.HasEnded)
        {
            try
            {
                (busy, peak) = (child.ProcessorSeconds(), child.PeakMegabytes());
            }
            catch (Exception ended) when (ended is IOException or InvalidOperationException)
            {
                break;
            }
            await Task.Delay(100, stop);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        return await child.Finish(stop) == 0 ? (seconds, busy, peak, child.LastLine ?? "") : throw new CannotMeasure($"{assembly} {args[0]}:\n{child.Output}");
    }

    /// <summary>Every key that operators press who type names, half of them with an error, and numbers.</summary>
    private static Result Instant(InventedFile registry)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new LinkageIndex();
        foreach (var (_, _, values) in registry.Records)
            index.Add(new IndexedPerson(Guid.CreateVersion7(), values[0], values[1], DateOnly.TryParseExact(values[2], "dd-MM-yyyy", out var born) ? born : null));
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var random = new Random(5);
        var (asked, found) = (0, 0);
        var times = new List<double>();
        for (var i = -20; i < Operators; i++)
        {
            var values = registry.Records[random.Next(registry.Count)].Values;
            var typed = random.Next(3) == 0 && values[1].Length > 0 ? values[1] : random.Next(2) == 0 ? values[0] : Typing.Err(values[0], random);
            IReadOnlyList<IndexHit> hits = [];
            for (var length = 1; length <= typed.Length; length++)
            {
                var start = Stopwatch.GetTimestamp();
                hits = index.Search(typed[..length]);
                if (i >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            asked++;
            if (hits.Any(h => h.Person.Name == values[0])) found++;
        }
        times.Sort();
        var row = new Result
        {
            Scenario = "linkage", Database = "index", Cases = registry.Count, Clients = 1, PerSecond = 1000 / times.Average(), P50 = times[times.Count / 2], P95 = times[times.Count * 95 / 100], P99 = times[times.Count * 99 / 100],
            PeakMegabytes = megabytes, Note = $"each key of {Operators} operators typing; the person meant is among ten in {(double)found / asked:P1}",
        };
        return row.With(true, "p95 ≤ 20 ms", row.P95 <= 20);
    }
}
