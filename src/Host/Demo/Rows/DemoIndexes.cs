using System.Data.Common;
using Layar.Kernel.Data;

namespace Layar.Host.Demo.Rows;

/// <summary>
/// Takes the indexes off the tables of a bulk load and puts the very same ones back when everything is there: sorting once
/// costs less than keeping order a million times. Keys stay, and the marker of an unfinished demo stands meanwhile.
/// </summary>
internal sealed class DemoIndexes(DbConnection connection, DatabaseKind kind)
{
    private readonly List<string> taken = [];

    public async Task Take(IEnumerable<string> tables, CancellationToken stop)
    {
        foreach (var table in tables)
            foreach (var (name, sql) in await Of(table, stop))
            {
                await Say($"DROP INDEX {name}", stop);
                taken.Add(sql);
            }
    }

    public async Task PutBack(Action<int, int> progress, CancellationToken stop)
    {
        for (var i = 0; i < taken.Count; i++)
        {
            progress(i, taken.Count);
            await Say(taken[i], stop);
        }
        taken.Clear();
    }

    private async Task<List<(string Name, string Sql)>> Of(string table, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = kind == DatabaseKind.Sqlite
            ? $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL"
            : $"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = '{table}' AND indexname NOT LIKE 'pk_%'";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var found = new List<(string, string)>();
        while (await reader.ReadAsync(stop)) found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    private async Task Say(string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync(stop);
    }
}
