using System.Globalization;
using System.Text.Json;
using Layar.Bench.Lab;
using Layar.Bench.Limits;
using Layar.Bench.Load;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

internal static class IntakeScenario
{
    // Fresh demo data has a year of days to seal, which a job does beside the reports.
    private static readonly string[] OfJobs = ["daily_seal", "lease"];

    public static async Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        await using var data = await trial.Site.Copy(trial.Data, trial.Stop);
        await using var subject = await HttpChild.Layar(data, trial.Stop);
        await Reports.One(subject.Address, trial.Stop);
        var written = await RowsOfOne(data, subject, trial.Stop);
        var rows = new List<Result>();
        if (trial.Site.Postgres)
        {
            await using var bare = await HttpChild.Limit(["intake-postgres", "--db", data.Db["postgres:".Length..], "--rows", written], trial.Stop);
            foreach (var clients in trial.Options.Clients)
                rows.Add(Judge(await Duel.Fight(trial, "intake", clients, subject, Reports.Post, Duel.Http(bare, Reports.PostToLimit, trial.Stop)), 0.50, written));
            return rows;
        }
        foreach (var clients in trial.Options.Clients)
            rows.Add(Judge(await Duel.Fight(trial, "intake", clients, subject, Reports.Post, (n, seconds) => GroupCommit(data, written, n, seconds, trial.Stop)), 0.35, written));
        return rows;
    }

    private static Result Judge(Result row, double goal, string written) => row
        .With(row.Clients == 8, $"≥ {goal:P0} of the limit", row.Ratio >= goal)
        .With(row.Clients == 8 && row.Database == "PostgreSQL", "p95 ≤ 15 ms", row.P95 <= 15) with { Note = $"{written.Split(',').Sum(t => int.Parse(t.Split(':')[1], CultureInfo.InvariantCulture))} rows: {written}" };

    /// <summary>Which tables one report grows, and by how many rows: <c>report:1,act:1,…</c> The smaller of two, so that a job beside it does not count.</summary>
    private static async Task<string> RowsOfOne(DataSet data, HttpChild subject, CancellationToken stop)
    {
        var first = await RowTemplate.Count(data.Connect, stop);
        await Reports.One(subject.Address, stop);
        var second = await RowTemplate.Count(data.Connect, stop);
        await Reports.One(subject.Address, stop);
        var third = await RowTemplate.Count(data.Connect, stop);
        var grown = first.Keys.Where(t => !OfJobs.Contains(t)).Select(t => (Table: t, Rows: Math.Min(second[t] - first[t], third[t] - second[t]))).Where(t => t.Rows > 0);
        return string.Join(',', grown.Select(t => $"{t.Table}:{t.Rows}"));
    }

    /// <summary>Bare code without HTTP: so many callers give the same rows to one writer and wait for its commit.</summary>
    private static async Task<Sample> GroupCommit(DataSet data, string written, int clients, double seconds, CancellationToken stop)
    {
        await using var child = ChildProcess.DotNet("Layar.Bench.dll",
            ["limit", "intake-sqlite", "--file", data.Db["sqlite:".Length..], "--rows", written, "--clients", clients.ToString(CultureInfo.InvariantCulture), "--seconds", seconds.ToString(CultureInfo.InvariantCulture)]);
        if (await child.Finish(stop) != 0) throw new CannotMeasure("the limit program failed:\n" + child.Output);
        return JsonSerializer.Deserialize<Sample>(child.LastLine!)!;
    }
}
