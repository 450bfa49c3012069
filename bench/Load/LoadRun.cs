using System.Diagnostics;
using System.Net;

namespace Layar.Bench.Load;

/// <summary>One request of a client, made anew each time.</summary>
/// <param name="Make">client number and turn → request</param>
/// <param name="Expected">the only right status</param>
internal sealed record Call(Func<int, int, HttpRequestMessage> Make, HttpStatusCode Expected = HttpStatusCode.OK)
{
    public static Call Get(string path, string? cookie = null) => new((_, _) =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return request;
    });
}

/// <summary>Clients that ask again as soon as they were answered, each on a connection that stays open.</summary>
internal static class LoadRun
{
    public static async Task<Sample> Run(Uri address, Call call, int clients, double seconds, CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = clients };
        using var http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        var watch = Stopwatch.StartNew();
        var parts = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => Client(http, call, client, watch, seconds, stop), stop)));
        var wrong = parts.Sum(p => p.Wrong);
        return Sample.Of([.. parts.SelectMany(p => p.Ticks)], wrong, watch.Elapsed.TotalSeconds, parts.Select(p => p.FirstWrong).FirstOrDefault(w => w is not null));
    }

    private static async Task<(List<long> Ticks, int Wrong, string? FirstWrong)> Client(HttpClient http, Call call, int client, Stopwatch watch, double seconds, CancellationToken stop)
    {
        var ticks = new List<long>(20_000);
        var wrong = 0;
        string? first = null;
        for (var turn = 0; watch.Elapsed.TotalSeconds < seconds && !stop.IsCancellationRequested; turn++)
        {
            using var request = call.Make(client, turn);
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop);
            var taken = Stopwatch.GetTimestamp() - start;
            if (answer.StatusCode == call.Expected)
            {
                ticks.Add(taken);
                continue;
            }
            wrong++;
            first ??= $"{(int)answer.StatusCode} {answer.Headers.Location}";
        }
        return (ticks, wrong, first);
    }
}
