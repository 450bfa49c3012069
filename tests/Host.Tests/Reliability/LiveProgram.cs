using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Layar.Host.Tests.Reliability;

/// <summary>The real program on a port of its own, to be killed and started again on the same data.</summary>
internal sealed class LiveProgram : IAsyncDisposable
{
    private readonly string[] more;
    private readonly int port;
    private readonly string verb;
    private Process? process;

    private LiveProgram(string verb, string db, string folder, string[] more)
    {
        (this.verb, Db, Folder, this.more) = (verb, db, folder, more);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public string Db { get; }

    public string Folder { get; }

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>The command of a program that watches it from the next start on.</summary>
    public string[] Watcher { get; set; } = [];

    /// <summary>Number of the running process.</summary>
    public int Pid => process!.Id;

    /// <param name="more">further words of the command <c>serve</c></param>
    public static async Task<LiveProgram> New(params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("layar-live-test-").FullName;
        var program = new LiveProgram("serve", await TestDatabase.Create(folder), folder, more);
        var migrated = await Terminal.Run("migrate", "--new-keys", "--data", folder, "--db", program.Db);
        Assert.True(migrated.Code == 0, migrated.Said);
        return program;
    }

    /// <summary>The demo on SQLite, with officers, cases and letters of a year.</summary>
    public static Task<LiveProgram> Demo(params string[] more) => Demo(folder => Task.FromResult($"sqlite:{Path.Combine(folder, "layar.db")}"), more);

    /// <summary>The same on the database of the tests.</summary>
    public static Task<LiveProgram> DemoHere(params string[] more) => Demo(TestDatabase.Create, more);

    private static async Task<LiveProgram> Demo(Func<string, Task<string>> database, string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("layar-live-test-").FullName;
        var program = new LiveProgram("demo", await database(folder), folder, more);
        var filled = await Terminal.Run(["demo", "--only-data", "true", "--data", folder, "--db", program.Db, .. more]);
        Assert.True(filled.Code == 0, filled.Said);
        return program;
    }

    /// <summary>The first value of the last statement, asked beside the program.</summary>
    public async Task<long> Ask(string sql)
    {
        await using DbConnection open = TestDatabase.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection($"Data Source={Db["sqlite:".Length..]};Default Timeout=30") : new NpgsqlConnection(Db["postgres:".Length..]);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0);
    }

    public HttpClient Http() => new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Starts the program and waits until it is ready.</summary>
    public async Task Start()
    {
        process = Terminal.Under(Watcher, [verb, "--data", Folder, "--db", Db, "--port", $"{port}", .. more]);
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
