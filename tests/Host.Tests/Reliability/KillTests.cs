using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Layar.Testing;

namespace Layar.Host.Tests.Reliability;

/// <summary>
/// The promise "accepted": the program is killed in the middle of work again and again; what it answered stays, once, with
/// the same code. Citizens' phones send again what was not answered.
/// </summary>
[Trait("Kind", "slice")]
public sealed class KillTests : IAsyncLifetime
{
    private const int Kills = 8;
    private const int Phones = 4;
    private readonly string folder = Directory.CreateTempSubdirectory("layar-kill-test-").FullName;
    private readonly ConcurrentDictionary<Guid, string> answered = new();
    private string db = "";
    private int port;

    public async ValueTask InitializeAsync()
    {
        db = await TestDatabase.Create(folder);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_or_doubled_when_the_program_is_killed()
    {
        Assert.Equal(0, (await Terminal.Run("migrate", "--new-keys", "--data", folder, "--db", db)).Code);
        using var done = new CancellationTokenSource();
        var phones = Enumerable.Range(0, Phones).Select(_ => Task.Run(() => Phone(done.Token))).ToList();
        var random = new Random(5);
        for (var i = 0; i < Kills; i++)
        {
            using var server = await Serve();
            await Answers(answered.Count + Phones);
            await Task.Delay(random.Next(200));
            server.Kill();
            await server.WaitForExitAsync();
        }
        using var last = await Serve();
        await done.CancelAsync();
        await Task.WhenAll(phones);
        Assert.True(answered.Count > Kills, $"{answered.Count} reports were answered");
        using var http = Http();
        foreach (var (id, code) in answered)
        {
            var again = await http.PostAsJsonAsync("/api/laporan", Body(id));
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(code, (string)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["code"]!);
        }
        Assert.Equal(answered.Count, answered.Values.Distinct().Count());
        last.Kill();
        await last.WaitForExitAsync();
        Assert.Equal(0, (await Terminal.Run("verify-audit", "--data", folder, "--db", db)).Code);
    }

    /// <summary>However slow the machine is, every life of the program answers before it ends.</summary>
    private async Task Answers(int wanted)
    {
        for (var i = 0; answered.Count < wanted; i++)
        {
            Assert.True(i < 3000, $"{answered.Count} of {wanted} reports were answered in 30 seconds");
            await Task.Delay(10);
        }
    }

    private async Task<Process> Serve()
    {
        var server = Terminal.Start("serve", "--data", folder, "--db", db, "--port", $"{port}");
        _ = server.StandardOutput.ReadToEndAsync();
        var warned = server.StandardError.ReadToEndAsync();
        using var http = Http();
        for (var i = 0; i < 600; i++)
        {
            Assert.False(server.HasExited, server.HasExited ? await warned : "");
            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
            }
            await Task.Delay(50);
        }
        server.Kill();
        throw new TimeoutException("Not ready after 30 seconds.");
    }

    /// <summary>Sends each report until it is answered, as the outbox of a phone does.</summary>
    private async Task Phone(CancellationToken done)
    {
        using var http = Http();
        while (!done.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            while (!done.IsCancellationRequested)
            {
                try
                {
                    var answer = await http.PostAsJsonAsync("/api/laporan", Body(id), CancellationToken.None);
                    if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK)) throw new HttpRequestException($"{answer.StatusCode}");
                    answered[id] = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(CancellationToken.None))!["code"]!;
                    break;
                }
                catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
                {
                    await Task.Delay(20, CancellationToken.None);
                }
            }
        }
    }

    private HttpClient Http() => new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(10) };

    private static object Body(Guid id) => new
    {
        reportId = id, @for = "neighbour", problem = "lansia", story = "Nenek tinggal sendiri.", areaCode = "63.11.02.2004", secrecy = "open",
    };

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.Drop(db);
        Directory.Delete(folder, recursive: true);
    }
}
