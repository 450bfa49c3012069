using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Layar.Bench.Lab;

/// <summary>A server of ours on a free loopback port.</summary>
internal sealed class HttpChild : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private HttpChild(ChildProcess process, Uri address, TimeSpan ready) => (Process, Address, Ready) = (process, address, ready);

    public ChildProcess Process { get; }

    public Uri Address { get; }

    /// <summary>From start of the process to the first right answer.</summary>
    public TimeSpan Ready { get; }

    /// <summary>The application itself, on demo data.</summary>
    public static Task<HttpChild> Layar(DataSet data, CancellationToken stop) =>
        Start("Layar.Host.dll", port => ["demo", "--data", data.Folder, "--db", data.Db, "--cases", "0", "--port", port], ["/health/ready", "/masuk"], stop);

    public static Task<HttpChild> Limit(IReadOnlyList<string> args, CancellationToken stop) =>
        Start("Layar.Bench.dll", port => ["limit", .. args, "--port", port], ["/ready"], stop);

    private static async Task<HttpChild> Start(string assembly, Func<string, string[]> args, string[] signs, CancellationToken stop)
    {
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        var watch = Stopwatch.StartNew();
        var process = ChildProcess.DotNet(assembly, args(port.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var http = new HttpClient { BaseAddress = address };
        while (watch.Elapsed < Patience)
        {
            if (process.HasEnded) throw new CannotMeasure($"{assembly} ended at once:\n{process.Output}");
            foreach (var sign in signs)
                if (await Answers(http, sign, stop)) return new HttpChild(process, address, watch.Elapsed);
            await Task.Delay(10, stop);
        }
        await process.DisposeAsync();
        throw new CannotMeasure($"{assembly} was not ready after {Patience.TotalSeconds} s:\n{process.Output}");
    }

    private static async Task<bool> Answers(HttpClient http, string path, CancellationToken stop)
    {
        try
        {
            using var answer = await http.GetAsync(path, stop);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
