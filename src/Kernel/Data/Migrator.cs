using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Layar.Kernel.Data;

/// <summary>Brings a database to the current schema. Each step commits with its own line in <c>schema_version</c>.</summary>
public sealed class Migrator(AppDb db, ModelParts parts)
{
    private const long LockKey = 0x4C41594152;

    /// <summary>Names of the steps that the database does not have yet, in order.</summary>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken stop)
    {
        var applied = await Applied(stop);
        return [.. Steps().Select(t => t.Name).Where(n => !applied.Contains(n))];
    }

    public Task<int> Migrate(CancellationToken stop) => Migrate(null, stop);

    /// <param name="only">brings an empty database to the state of these steps; null for all</param>
    /// <exception cref="InvalidOperationException">when a step is not known to this release</exception>
    public async Task<int> Migrate(IReadOnlyCollection<string>? only, CancellationToken stop)
    {
        if (only?.Except(Steps().Select(s => s.Name)).FirstOrDefault() is { } unknown) throw new InvalidOperationException($"This release does not know {unknown}; use the release that wrote the data, or a newer one.");
        await db.Database.OpenConnectionAsync(stop);
        if (db.Kind == DatabaseKind.Postgres) await Execute($"SELECT pg_advisory_lock({LockKey})", stop);
        try
        {
            await Execute($"CREATE TABLE IF NOT EXISTS schema_version (name text NOT NULL PRIMARY KEY, applied_at text NOT NULL)", stop);
            var pending = (await Pending(stop)).Where(name => only is null || only.Contains(name)).ToList();
            foreach (var step in Steps().Where(t => pending.Contains(t.Name))) await Apply(step, stop);
            return pending.Count;
        }
        finally
        {
            if (db.Kind == DatabaseKind.Postgres) await Execute($"SELECT pg_advisory_unlock({LockKey})", stop);
            await db.Database.CloseConnectionAsync();
        }
    }

    private IEnumerable<Type> Steps() => parts.Assemblies
        .SelectMany(a => a.GetTypes())
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(SchemaChange)))
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    /// <summary>Names of the steps that the database has.</summary>
    public async Task<HashSet<string>> Applied(CancellationToken stop)
    {
        var exists = db.Kind == DatabaseKind.Sqlite
            ? "SELECT name FROM sqlite_master WHERE name = 'schema_version'"
            : "SELECT table_name::text FROM information_schema.tables WHERE table_name = 'schema_version' AND table_schema = current_schema()";
        if ((await Names(exists, stop)).Count == 0) return [];
        return await Names("SELECT name FROM schema_version", stop);
    }

    // Not through EF, which would need its model and a compiled query before the first health check is answered.
    private async Task<HashSet<string>> Names(string sql, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var reader = await command.ExecuteReaderAsync(stop);
            var names = new HashSet<string>();
            while (await reader.ReadAsync(stop)) names.Add(reader.GetString(0));
            return names;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task Apply(Type step, CancellationToken stop)
    {
        var change = (SchemaChange)Activator.CreateInstance(step)!;
        change.ActiveProvider = db.Database.ProviderName!;
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(change.UpOperations);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var command in commands) await Execute(command.CommandText, stop);
        await db.Database.ExecuteSqlAsync($"INSERT INTO schema_version (name, applied_at) VALUES ({step.Name}, {DateTime.UtcNow.ToString("O")})", stop);
        await transaction.CommitAsync(stop);
    }

    private async Task Execute(string sql, CancellationToken stop)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await using (command) await command.ExecuteNonQueryAsync(stop);
    }
}
