using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Layar.Bench.Lab;
using Layar.Bench.Report;
using Layar.Testing.Invented;

namespace Layar.Bench.Scenarios;

/// <summary><c>./layar import-dtsen</c> on an invented release of persons and families, from the files to the finished dry run and in force.</summary>
internal static class ImportScenario
{
    private const int Most = 300_000;

    public static async Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        var persons = Math.Min(trial.Options.Persons, Most);
        var folder = Directory.CreateTempSubdirectory("layar-bench-release-");
        try
        {
            var release = new InventedRelease(persons);
            string[] files = [InventedRelease.Csv(Path.Combine(folder.FullName, "keluarga.csv"), InventedRelease.FamilyHeader, release.FamilyRows()), InventedRelease.Csv(Path.Combine(folder.FullName, "individu.csv"), InventedRelease.PersonHeader, release.PersonRows())];
            var rounds = new List<Round>();
            for (var i = 0; i < trial.Options.Rounds; i++) rounds.Add(await Turn(trial, files, i));
            var middle = rounds.OrderBy(r => r.Ratio).ElementAt(rounds.Count / 2);
            var row = trial.Row("import") with
            {
                Cases = persons, PerSecond = middle.Rows / middle.Seconds, Limit = middle.Rows / middle.Bare, Ratio = middle.Ratio, RatioLow = rounds.Min(r => r.Ratio), RatioHigh = rounds.Max(r => r.Ratio),
                PeakMegabytes = rounds.Max(r => r.Megabytes), Note = $"{middle.Rows:N0} rows of persons and families sealed, indexed, counted and compared in {middle.Seconds:N1} s ({middle.Whole:N1} s with start, commit and end); bare load of the same rows {middle.Bare:N1} s",
            };
            return [row.With(true, "≥ 50 %", row.Ratio >= 0.5).With(true, "≤ 1,500 MB", row.PeakMegabytes <= 1500)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Round> Turn(Trial trial, string[] files, int turn)
    {
        await using var ours = await Migrated(trial, $"registry_{turn}");
        await using var bare = await Migrated(trial, $"registry_bare_{turn}");
        var watch = Stopwatch.StartNew();
        // As ./layar import-dtsen starts it.
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        await using var import = ChildProcess.DotNet("Layar.Host.dll", ["import-dtsen", .. files, "--as-of", "2025-09-30", "--commit", "--data", ours.Folder, "--db", ours.Db]);
        Environment.SetEnvironmentVariable("DOTNET_gcServer", null);
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", null);
        var peak = 0.0;
        while (!import.HasEnded)
        {
            try
            {
                peak = Math.Max(peak, import.PeakMegabytes());
            }
            catch (Exception ended) when (ended is IOException or InvalidOperationException)
            {
                break;
            }
            await Task.Delay(100, trial.Stop);
        }
        if (await import.Finish(trial.Stop) != 0) throw new CannotMeasure($"import-dtsen:\n{import.Output}");
        var whole = watch.Elapsed.TotalSeconds;
        var result = JsonDocument.Parse((await ours.List("SELECT result FROM registry_import", trial.Stop)).Single()).RootElement;
        var rows = result.GetProperty("persons").GetInt32() + result.GetProperty("families").GetInt32();
        await using var limit = ChildProcess.DotNet("Layar.Bench.dll", ["limit", "registry", "--from", ours.Db, "--to", bare.Db]);
        if (await limit.Finish(trial.Stop) != 0) throw new CannotMeasure($"limit registry:\n{limit.Output}");
        var told = limit.LastLine!.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        if ((int)told[0] != rows) throw new CannotMeasure($"the bare load found {told[0]:N0} rows instead of {rows:N0}");
        return new Round(rows, result.GetProperty("seconds").GetDouble(), whole, told[1], peak);
    }

    private static async Task<DataSet> Migrated(Trial trial, string name)
    {
        var data = await trial.Site.Empty(name, 0, trial.Stop);
        await using var migrate = ChildProcess.DotNet("Layar.Host.dll", ["migrate", "--new-keys", "--data", data.Folder, "--db", data.Db]);
        return await migrate.Finish(trial.Stop) == 0 ? data : throw new CannotMeasure($"migrate:\n{migrate.Output}");
    }

    private sealed record Round(int Rows, double Seconds, double Whole, double Bare, double Megabytes)
    {
        public double Ratio => Bare / Seconds;
    }
}
