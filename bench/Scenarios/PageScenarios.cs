using System.Net;
using Layar.Bench.Lab;
using Layar.Bench.Load;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

/// <summary>Pages that staff look at all day, signed in over HTTP.</summary>
internal static class PageScenarios
{
    private const string District = "63.11.02";

    public static async Task<IReadOnlyList<Result>> Queue(Trial trial)
    {
        await using var subject = await HttpChild.Layar(trial.Data, trial.Stop);
        var cookie = await StaffDoor.SignIn(subject.Address, "operator", trial.Stop);
        var path = $"/petugas/antrean?tampilan=semua&kecamatan={District}";
        (int Plain, int Brotli) size;
        await using (var bytes = await SameBytes.Of(subject, path, cookie, trial.Stop)) size = bytes.Size;
        await using var bare = await HttpChild.Limit(["queue", "--db", trial.Data.Db, "--district", District], trial.Stop);
        var rows = new List<Result>();
        foreach (var clients in trial.Options.Clients)
        {
            var row = await Duel.Fight(trial, "queue", clients, subject, Call.Get(path, cookie), Duel.Http(bare, Call.Get("/antrean"), trial.Stop));
            rows.Add(row.With(clients == 8, "≥ 30 % of the limit", row.Ratio >= 0.30).With(clients == 8, "p95 ≤ 15 ms", row.P95 <= 15)
                .With(true, "brotli ≤ 25 kB", size.Brotli <= 25 * 1024) with { Note = Sizes(size) });
        }
        return rows;
    }

    /// <summary>One client that comes back after two seconds, and one that comes back after twelve, when nothing is remembered.</summary>
    public static async Task<IReadOnlyList<Result>> Counts(Trial trial)
    {
        await using var subject = await HttpChild.Layar(trial.Data, trial.Stop);
        var cookie = await StaffDoor.SignIn(subject.Address, "operator", trial.Stop);
        var path = $"/petugas/antrean?tampilan=semua&kecamatan={District}";
        await using (await SameBytes.Of(subject, path, cookie, trial.Stop))
        {
        }
        await LoadRun.Run(subject.Address, Call.Get(path, cookie), 1, 2, trial.Stop);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = subject.Address };
        return
        [
            await Counts(2.1, "whole page; counts older than two seconds are shown and made anew behind it"),
            await Counts(12.1, "whole page with counts made anew before it is shown"),
        ];

        async Task<Result> Counts(double pause, string note)
        {
            var ticks = new List<long>();
            for (var i = 0; i < (pause > 10 ? 2 : 4) * trial.Options.Rounds; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(pause), trial.Stop);
                ticks.Add(await Time(http, path, cookie, trial.Stop));
            }
            var sample = Sample.Of(ticks, 0, 1);
            var row = trial.Row("counts", 1) with { P50 = sample.P50, P95 = sample.P95, P99 = sample.P99, PeakMegabytes = subject.Process.PeakMegabytes(), Note = note };
            return row.With(true, "p95 ≤ 20 ms", row.P95 <= 20);
        }
    }

    public static async Task<IReadOnlyList<Result>> Case(Trial trial)
    {
        await using var data = await trial.Site.Copy(trial.Data, trial.Stop);
        var number = await LongCase.Make(data, 30, trial.Stop);
        return await Page(trial, data, "case", "operator", $"/petugas/kasus/{number}", 30, clients => clients switch { 1 => 9.9 * 50, 8 => 16.9 * 50, _ => null });
    }

    public static Task<IReadOnlyList<Result>> Search(Trial trial) =>
        Page(trial, trial.Data, "search", "operator", "/petugas/cari?q=nenek+sendiiri", 60, _ => null);

    private static async Task<IReadOnlyList<Result>> Page(Trial trial, DataSet data, string name, string role, string path, double p95, Func<int, double?> peer)
    {
        await using var subject = await HttpChild.Layar(data, trial.Stop);
        var cookie = await StaffDoor.SignIn(subject.Address, role, trial.Stop);
        await using var bytes = await SameBytes.Of(subject, path, cookie, trial.Stop);
        var rows = new List<Result>();
        foreach (var clients in trial.Options.Clients)
        {
            var row = await Duel.Fight(trial, name, clients, subject, Call.Get(path, cookie), Duel.Http(bytes.Child, Call.Get("/"), trial.Stop));
            row = row.With(clients <= 8, $"p95 ≤ {p95} ms", row.P95 <= p95) with { Note = Sizes(bytes.Size) };
            rows.Add(peer(clients) is { } wanted ? row.With(true, $"≥ {wanted:N0}/s (50 × Redmine)", row.PerSecond >= wanted) : row);
        }
        return rows;
    }

    private static async Task<long> Time(HttpClient http, string path, string cookie, CancellationToken stop)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(Call.Get(path, cookie).Make(0, 0), stop);
        if (answer.StatusCode != HttpStatusCode.OK) throw new CannotMeasure($"{path} answers {(int)answer.StatusCode}");
        return System.Diagnostics.Stopwatch.GetTimestamp() - start;
    }

    private static string Sizes((int Plain, int Brotli) size) => $"{size.Plain / 1024.0:N1} kB, brotli {size.Brotli / 1024.0:N1} kB";
}
