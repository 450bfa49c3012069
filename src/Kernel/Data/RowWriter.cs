using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Layar.Kernel.Data;

/// <summary>
/// Inserts entities without change tracking, with column names and converters of the EF model: prepared commands on
/// SQLite, one batch or binary COPY on PostgreSQL. For the report intake, the read log and bulk data.
/// </summary>
public sealed class RowWriter(IModel model, DatabaseKind kind)
{
    private readonly ConcurrentDictionary<Type, RowShape> shapes = new();

    public RowShape Shape(Type type) => shapes.GetOrAdd(type, t => RowShape.Of(model.FindEntityType(t)
        ?? throw new InvalidOperationException($"{t.Name} is not an entity."), kind));

    /// <summary>Inserts all rows inside the given transaction, in the order given.</summary>
    public async Task Insert(DbConnection connection, DbTransaction transaction, IReadOnlyList<object> rows, CancellationToken stop)
    {
        if (connection is NpgsqlConnection postgres) await InsertBatch(postgres, (NpgsqlTransaction)transaction, rows, stop);
        else InsertOneByOne(connection, transaction, rows);
    }

    /// <summary>Bulk load of rows of one kind: COPY on PostgreSQL, one prepared command on SQLite.</summary>
    public async Task Load(DbConnection connection, DbTransaction? transaction, Type type, IEnumerable<object> rows, CancellationToken stop)
    {
        var shape = Shape(type);
        if (connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY {shape.Table} ({shape.ColumnList}) FROM STDIN (FORMAT BINARY)", stop);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(stop);
                foreach (var column in shape.Columns)
                {
                    var value = column.Value(row);
                    if (value is null) await copy.WriteNullAsync(stop);
                    else await copy.WriteAsync(value, column.PostgresType, stop);
                }
            }
            await copy.CompleteAsync(stop);
            return;
        }

        using var command = shape.SqliteCommand(connection, transaction!);
        foreach (var row in rows) shape.Execute(command, row);
    }

    private void InsertOneByOne(DbConnection connection, DbTransaction transaction, IReadOnlyList<object> rows)
    {
        var commands = new Dictionary<Type, DbCommand>();
        try
        {
            foreach (var row in rows)
            {
                var type = row.GetType();
                if (!commands.TryGetValue(type, out var command))
                    commands[type] = command = Shape(type).SqliteCommand(connection, transaction);
                Shape(type).Execute(command, row);
            }
        }
        finally
        {
            foreach (var command in commands.Values) command.Dispose();
        }
    }

    private async Task InsertBatch(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<object> rows, CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var row in rows) batch.BatchCommands.Add(Shape(row.GetType()).PostgresCommand(row));
        await batch.ExecuteNonQueryAsync(stop);
    }
}
