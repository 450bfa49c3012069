using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Layar.Testing;

namespace Layar.Host.Tests.Reliability;

/// <summary>The real program on a port of its own, to be killed and started again on the same data.</summary>
internal sealed class LiveProgram : IAsyncDisposable
{
    private readonly string[] more;
    private readonly int port;
    private Process? process;

    private LiveProgram(string db, string folder, string[] more)
    {
        (Db, Folder, this.more) = (db, folder, more);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public string Db { get; }

    public string Folder { get; }

    /// <summary>Number of the running process.</summary>
    public int Pid => process!.Id;

    /// <param name="more">further words of the command <c>serve</c></param>
    public static async Task<LiveProgram> New(params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("layar-live-test-").FullName;
        var program = new LiveProgram(await TestDatabase.Create(folder), folder, more);
        var migrated = await Terminal.Run("migrate", "--new-keys", "--data", folder, "--db", program.Db);
        Assert.True(migrated.Code == 0, migrated.Said);
        return program;
    }

    public HttpClient Http() => new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Starts the program and waits until it is ready.</summary>
    public async Task Start()
    {
        process = Terminal.Start(["serve", "--data", Folder, "--db", Db, "--port", $"{port}", .. more]);
        _ = process.StandardOutput.ReadToEndAsync();
        var warned = process.StandardError.ReadToEndAsync();
        using var http = Http();
        for (var i = 0; i < 2400; i++)
        {
            Assert.False(process.HasExited, process.HasExited ? await warned : "");
            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
            }
            await Task.Delay(50);
        }
        await Kill();
        throw new TimeoutException("Not ready after two minutes.");
    }

    /// <summary>Ends it as a power cut ends it for the program: at once, wherever it is.</summary>
    public async Task Kill()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        await TestDatabase.Drop(Db);
        Directory.Delete(Folder, recursive: true);
    }
}
