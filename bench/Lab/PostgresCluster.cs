using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Layar.Bench.Lab;

/// <summary>
/// A PostgreSQL of our own in a temporary folder: fsync and synchronous_commit stay on as shipped, only the memory is
/// larger than the shipped 128 MB. Asked over its socket in that folder, as an office does whose database runs on the machine of the application. Gone afterwards.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    public const string Adjusted = "shared_buffers=512MB, max_wal_size=4GB";
    private readonly string bin;
    private readonly string folder;

    private PostgresCluster(string bin, string folder, string connection) => (this.bin, this.folder, Connection) = (bin, folder, connection);

    public string Connection { get; }

    public static async Task<PostgresCluster> Start(CancellationToken stop)
    {
        var bin = Binaries() ?? throw new CannotRunHere("PostgreSQL is not installed here. Install it (Debian, Ubuntu: apt-get install postgresql) or name a server: --db postgres:CONNECTION.");
        var folder = Directory.CreateTempSubdirectory("layar-bench-pg-").FullName;
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        var port = FreePort();
        var cluster = new PostgresCluster(bin, folder, $"Host={folder};Port={port};Username=postgres;Password={password};Database=postgres;Maximum Pool Size=40");
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), password, stop);
        if (Environment.UserName == "root") await Must("chown", ["-R", "postgres:", folder], stop);
        await cluster.Run("initdb", ["-D", cluster.Data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", $"--pwfile={Path.Combine(folder, "password")}"], stop);
        var settings = $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c shared_buffers=512MB -c max_wal_size=4GB";
        await cluster.Run("pg_ctl", ["-D", cluster.Data, "-l", Path.Combine(folder, "log"), "-w", "-o", settings, "start"], stop);
        return cluster;
    }

    private string Data => Path.Combine(folder, "data");

    public async ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        await Run("pg_ctl", ["-D", Data, "-m", "immediate", "-w", "stop"], CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root; then it runs as the user postgres.</summary>
    private Task Run(string program, string[] args, CancellationToken stop)
    {
        var path = Path.Combine(bin, program);
        return Environment.UserName == "root" ? Must("runuser", ["-u", "postgres", "--", path, .. args], stop) : Must(path, args, stop);
    }

    private static async Task Must(string program, string[] args, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new CannotRunHere($"{program} {args[0]} ended with {process.ExitCode}.");
    }

    private static string? Binaries()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var n) ? n : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        return packaged.Concat(path).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
