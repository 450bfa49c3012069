using Layar.Kernel.Data;
using Npgsql;

namespace Layar.Testing;

/// <summary>
/// The database of one test project: a fresh SQLite file, or a fresh database in the cluster that <c>LAYAR_TEST_PG</c>
/// names. <c>LAYAR_TEST_DB</c> chooses (<c>sqlite</c> or <c>postgres</c>); <c>./layar test</c> runs both.
/// </summary>
public static class TestDatabase
{
    public static DatabaseKind Kind => Environment.GetEnvironmentVariable("LAYAR_TEST_DB") == "postgres" ? DatabaseKind.Postgres : DatabaseKind.Sqlite;

    public static async Task<string> Create(string folder)
    {
        if (Kind == DatabaseKind.Sqlite) return $"sqlite:{Path.Combine(folder, "layar.db")}";
        var cluster = Environment.GetEnvironmentVariable("LAYAR_TEST_PG")
            ?? throw new InvalidOperationException("LAYAR_TEST_PG is not set; run './layar test', which starts a PostgreSQL cluster for the tests.");
        var name = $"layar_{Guid.NewGuid():N}";
        await Execute(cluster, $"CREATE DATABASE {name}");
        return "postgres:" + new NpgsqlConnectionStringBuilder(cluster) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public static async Task Drop(string db)
    {
        if (!db.StartsWith("postgres:", StringComparison.Ordinal)) return;
        var target = new NpgsqlConnectionStringBuilder(db["postgres:".Length..]);
        NpgsqlConnection.ClearAllPools();
        await Execute(Environment.GetEnvironmentVariable("LAYAR_TEST_PG")!, $"DROP DATABASE IF EXISTS {target.Database} WITH (FORCE)");
    }

    private static async Task Execute(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}
