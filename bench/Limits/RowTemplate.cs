using System.Data.Common;
using System.Security.Cryptography;
using Npgsql;

namespace Layar.Bench.Limits;

/// <summary>Real rows of one table, written again and again with fresh keys.</summary>
internal sealed class RowTemplate
{
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly object[] values;
    private readonly int[] fresh;

    private RowTemplate(string table, string[] columns, object[] values, int[] fresh) => (Table, Columns, this.values, this.fresh) = (table, columns, values, fresh);

    public string Table { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Sets the values of one new row.</summary>
    public void Fill(Action<int, object> set)
    {
        for (var i = 0; i < values.Length; i++) set(i, fresh.Contains(i) ? Fresh(values[i]) : values[i]);
    }

    /// <summary>The youngest rows of the tables named in <c>table:count,…</c></summary>
    public static async Task<List<RowTemplate>> Read(DbConnection open, string rows)
    {
        var templates = new List<RowTemplate>();
        foreach (var part in rows.Split(','))
        {
            var table = part.Split(':')[0];
            var unique = await UniqueColumns(open, table);
            await using var command = open.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY {(open is NpgsqlConnection ? "ctid" : "rowid")} DESC LIMIT {int.Parse(part.Split(':')[1])}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
                int[] fresh = [.. Enumerable.Range(0, columns.Length).Where(i => unique.TryGetValue(columns[i], out var alone) && (values[i] is Guid or byte[] || alone && values[i] is string))];
                templates.Add(new RowTemplate(table, columns, values, fresh));
            }
        }
        return templates;
    }

    /// <summary>Rows of every table; on SQLite the number of the last one, which needs no walk through a million of them while jobs write beside.</summary>
    public static async Task<Dictionary<string, long>> Count(Func<DbConnection> connect, CancellationToken stop)
    {
        await using var open = connect();
        await open.OpenAsync(stop);
        var tables = await List(open, open is NpgsqlConnection
            ? "SELECT table_name, '' FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            : "SELECT name, '' FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT wr AND name NOT LIKE 'sqlite%'");
        var last = open is NpgsqlConnection ? "count(*)" : "coalesce(max(rowid), 0)";
        var counts = new Dictionary<string, long>();
        foreach (var (table, _) in tables)
        {
            await using var command = open.CreateCommand();
            command.CommandText = $"SELECT {last} FROM {table}";
            command.CommandTimeout = 600;
            counts[table] = Convert.ToInt64(await command.ExecuteScalarAsync(stop));
        }
        return counts;
    }

    /// <summary>Column → whether it is unique alone.</summary>
    private static async Task<Dictionary<string, bool>> UniqueColumns(DbConnection open, string table)
    {
        var pairs = await List(open, open is NpgsqlConnection
            ? $"SELECT a.attname, i.indnatts::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) WHERE i.indrelid = '{table}'::regclass AND i.indisunique"
            : $"SELECT c.name, (SELECT count(*) FROM pragma_index_info(i.name)) FROM pragma_index_list('{table}') i, pragma_index_info(i.name) c WHERE i.\"unique\" = 1");
        return pairs.GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.Any(p => p.Number == "1"));
    }

    private static async Task<List<(string Name, string Number)>> List(DbConnection open, string sql)
    {
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<(string, string)>();
        while (await reader.ReadAsync()) list.Add((reader.GetString(0), Convert.ToString(reader.GetValue(1))!));
        return list;
    }

    private static object Fresh(object value) => value switch
    {
        Guid => Guid.CreateVersion7(),
        byte[] { Length: 16 } => Guid.CreateVersion7().ToByteArray(true),
        byte[] bytes => RandomNumberGenerator.GetBytes(bytes.Length),
        string text => RandomNumberGenerator.GetString(Symbols, text.Length),
        _ => value,
    };
}
