using System.Net;
using Layar.Bench.Lab;
using Layar.Bench.Load;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

/// <summary>Eight clients that look up, read and report at once; the peak of resident memory is what counts.</summary>
internal static class MemoryScenario
{
    private static readonly string[] Pages = ["/petugas", "/petugas/antrean", "/petugas/antrean?tampilan=semua", "/petugas/kasus", "/petugas/cari?q=nenek+sendiiri", "/", "/lapor", "/lacak"];

    public static async Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        await using var data = await trial.Site.Copy(trial.Data, trial.Stop);
        await using var subject = await HttpChild.Layar(data, trial.Stop);
        var cookie = await StaffDoor.SignIn(subject.Address, "operator", trial.Stop);
        var pages = new List<string>();
        using (var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = subject.Address })
            foreach (var page in Pages)
                if ((await http.SendAsync(Call.Get(page, cookie).Make(0, 0), trial.Stop)).StatusCode == HttpStatusCode.OK) pages.Add(page);
        var read = new Call((client, turn) => Call.Get(pages[(client + turn) % pages.Count], cookie).Make(client, turn));
        var seconds = trial.Options.Seconds * trial.Options.Rounds;
        var samples = await Task.WhenAll(LoadRun.Run(subject.Address, Reports.Post, 3, seconds, trial.Stop), pages.Count == 0
            ? LoadRun.Run(subject.Address, Reports.Post, 5, seconds, trial.Stop) : LoadRun.Run(subject.Address, read, 5, seconds, trial.Stop));
        if (samples.FirstOrDefault(s => s.Wrong > 0) is { } bad) throw new CannotMeasure($"{bad.Wrong} answers were wrong ({bad.FirstWrong})");
        var row = trial.Row("memory", 8) with
        {
            PerSecond = samples.Sum(s => s.PerSecond), PeakMegabytes = subject.Process.PeakMegabytes(),
            Note = $"intake with {string.Join(' ', pages)}; {subject.Process.Megabytes():N0} MB at the end",
        };
        return [row.With(true, "≤ 300 MB", row.PeakMegabytes <= 300)];
    }
}
