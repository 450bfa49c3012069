using Npgsql;

namespace Layar.Bench.Lab;

/// <summary>Where the databases of a run live: a folder for SQLite, a cluster or a given server for PostgreSQL.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("layar-bench-").FullName;
    private readonly string? connection;
    private readonly PostgresCluster? cluster;

    private TestSite(string? connection, PostgresCluster? cluster) => (this.connection, this.cluster) = (connection, cluster);

    public bool Postgres => connection is not null;

    public string Name => Postgres ? "PostgreSQL" : "SQLite";

    /// <summary>The engine and its settings, for the report.</summary>
    public string Server { get; private set; } = "";

    public static async Task<TestSite> Open(string database, CancellationToken stop)
    {
        SQLitePCL.Batteries_V2.Init();
        if (database == "sqlite") return new TestSite(null, null) { Server = "SQLite " + SQLitePCL.raw.sqlite3_libversion().utf8_to_string() + ", WAL, synchronous=FULL" };
        var cluster = database == "postgres" ? await PostgresCluster.Start(stop) : null;
        var site = new TestSite(cluster?.Connection ?? database["postgres:".Length..], cluster);
        site.Server = $"PostgreSQL {await site.Ask("SHOW server_version")}, fsync={await site.Ask("SHOW fsync")}, synchronous_commit={await site.Ask("SHOW synchronous_commit")}, shared_buffers={await site.Ask("SHOW shared_buffers")}";
        return site;
    }

    /// <summary>Demo data of this size, made once and read by every scenario that only reads.</summary>
    public async Task<DataSet> Prepare(int cases, CancellationToken stop)
    {
        var data = await Empty($"cases_{cases}", cases, stop);
        Console.Error.WriteLine($"{Name}: making {cases:N0} demo cases ...");
        data.Made = await data.Fill(stop);
        return data;
    }

    public async Task<DataSet> Empty(string name, int cases, CancellationToken stop)
    {
        var data = new DataSet(this, name, Path.Combine(folder, name), cases);
        Directory.CreateDirectory(data.Folder);
        if (Postgres) await Say($"CREATE DATABASE {data.Database}", stop);
        return data;
    }

    /// <summary>A copy to write into. Nobody may be connected to the original.</summary>
    public async Task<DataSet> Copy(DataSet original, CancellationToken stop)
    {
        var data = new DataSet(this, original.Name + "_copy", original.Folder + "_copy", original.Cases);
        CopyFolder(original.Folder, data.Folder);
        NpgsqlConnection.ClearAllPools();
        if (Postgres) await Say($"CREATE DATABASE {data.Database} TEMPLATE {original.Database}", stop);
        return data;
    }

    internal async Task Drop(DataSet data)
    {
        NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Postgres) await Say($"DROP DATABASE IF EXISTS {data.Database} WITH (FORCE)", CancellationToken.None);
        if (Directory.Exists(data.Folder)) Directory.Delete(data.Folder, recursive: true);
    }

    internal string ConnectionTo(DataSet data) => new NpgsqlConnectionStringBuilder(connection) { Database = data.Database }.ConnectionString;

    private async Task Say(string sql, CancellationToken stop)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, open) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<string> Ask(string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from)) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
