using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Layar.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;
using NpgsqlTypes;

namespace Layar.Bench.Limits;

/// <summary>
/// The rows of an import as they lie in one database, loaded as they are into the same empty tables of another: binary COPY on
/// PostgreSQL, one prepared statement on SQLite with the settings of the product, one transaction. Prints rows and seconds.
/// </summary>
internal static class RegistryLimit
{
    private static readonly string[] Tables = ["registry_family_row", "registry_person_row"];

    public static async Task Run(IConfiguration options)
    {
        SQLitePCL.Batteries_V2.Init();
        var (from, to) = (DatabaseChoice.Parse(options["from"], "."), DatabaseChoice.Parse(options["to"], "."));
        var loads = new List<(string Table, string[] Columns, List<object?[]> Rows)>();
        await using (var source = Connect(from))
        {
            await source.OpenAsync();
            foreach (var table in Tables) loads.Add(await Read(source, table));
        }
        GC.Collect();
        await using var target = Connect(to);
        await target.OpenAsync();
        if (target is SqliteConnection) Say(target, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;");
        var watch = Stopwatch.StartNew();
        await using (var transaction = await target.BeginTransactionAsync())
        {
            foreach (var (table, columns, rows) in loads)
            {
                if (target is NpgsqlConnection postgres) Copy(postgres, table, columns, rows);
                else Insert(target, transaction, table, columns, rows);
            }
            await transaction.CommitAsync();
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{loads.Sum(l => l.Rows.Count)} {watch.Elapsed.TotalSeconds}"));
    }

    private static DbConnection Connect(DatabaseChoice choice) => choice.Kind == DatabaseKind.Postgres ? new NpgsqlConnection(choice.ConnectionString) : new SqliteConnection(choice.ConnectionString);

    private static async Task<(string, string[], List<object?[]>)> Read(DbConnection source, string table)
    {
        await using var command = source.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i) is DateTime day ? DateOnly.FromDateTime(day) : reader.GetValue(i);
            rows.Add(row);
        }
        return (table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }

    private static void Copy(NpgsqlConnection postgres, string table, string[] columns, List<object?[]> rows)
    {
        using var copy = postgres.BeginBinaryImport($"COPY {table} ({string.Join(',', columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var value in row)
            {
                switch (value)
                {
                    case null: copy.WriteNull(); break;
                    case Guid id: copy.Write(id, NpgsqlDbType.Uuid); break;
                    case byte[] bytes: copy.Write(bytes, NpgsqlDbType.Bytea); break;
                    case string text: copy.Write(text, NpgsqlDbType.Text); break;
                    case int number: copy.Write(number, NpgsqlDbType.Integer); break;
                    case bool flag: copy.Write(flag, NpgsqlDbType.Boolean); break;
                    case DateOnly day: copy.Write(day, NpgsqlDbType.Date); break;
                    default: throw new InvalidOperationException(value.GetType().Name);
                }
            }
        }
        copy.Complete();
    }

    private static void Insert(DbConnection target, DbTransaction transaction, string table, string[] columns, List<object?[]> rows)
    {
        using var command = target.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(',', columns)}) VALUES ({string.Join(',', columns.Select((_, i) => "$p" + i))})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "$p" + i;
            command.Parameters.Add(parameter);
        }
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static void Say(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
