using Layar.Bench.Lab;
using Layar.Bench.Load;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

internal static class TrackScenario
{
    public static async Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        await using var data = await trial.Site.Copy(trial.Data, trial.Stop);
        await using var subject = await HttpChild.Layar(data, trial.Stop);
        var paths = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            var (code, pin) = await Reports.One(subject.Address, trial.Stop);
            paths.Add($"/api/laporan/{code}?pin={pin}");
        }
        // Clients never ask for one code at the same time: tries at once count against guessing.
        var call = new Call((client, turn) => new HttpRequestMessage(HttpMethod.Get, paths[(client + turn * trial.Options.Clients.Max()) % paths.Count]));
        await using var limit = await SameBytes.Of(subject, paths[0], null, trial.Stop);
        var rows = new List<Result>();
        foreach (var clients in trial.Options.Clients)
        {
            var row = await Duel.Fight(trial, "track", clients, subject, call, Duel.Http(limit.Child, Call.Get("/"), trial.Stop));
            rows.Add(row.With(clients == 8, "≥ 40 % of the limit", row.Ratio >= 0.40));
        }
        return rows;
    }
}

/// <summary>Kestrel alone, answering with the bytes that the application answers.</summary>
internal sealed class SameBytes(HttpChild child, string file, int bytes, int compressed) : IAsyncDisposable
{
    public HttpChild Child => child;

    /// <summary>Size of the answer, plain and as brotli sends it.</summary>
    public (int Plain, int Brotli) Size => (bytes, compressed);

    public static async Task<SameBytes> Of(HttpChild subject, string path, string? cookie, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = subject.Address };
        using var answer = await http.SendAsync(Call.Get(path, cookie).Make(0, 0), stop);
        if (!answer.IsSuccessStatusCode) throw new CannotMeasure($"{path.Split('?')[0]} answers {(int)answer.StatusCode} {answer.Headers.Location}: not in this build, or not for this role");
        var body = await answer.Content.ReadAsByteArrayAsync(stop);
        var small = Call.Get(path, cookie).Make(0, 0);
        small.Headers.Add("Accept-Encoding", "br");
        using var compressed = await http.SendAsync(small, stop);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, body, stop);
        var child = await HttpChild.Limit(["bytes", "--file", file, "--type", answer.Content.Headers.ContentType?.ToString() ?? "text/html"], stop);
        return new SameBytes(child, file, body.Length, (await compressed.Content.ReadAsByteArrayAsync(stop)).Length);
    }

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        File.Delete(file);
    }
}
