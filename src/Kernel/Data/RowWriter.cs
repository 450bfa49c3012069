using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Layar.Kernel.Data;

/// <summary>
/// Inserts entities without change tracking, with column names and converters of the EF model: prepared commands on
/// SQLite (<see cref="SqliteInserts"/>), one batch or binary COPY on PostgreSQL. For the report intake, the read log and bulk data.
/// </summary>
public sealed class RowWriter(IModel model, DatabaseKind kind)
{
    private readonly ConcurrentDictionary<Type, RowShape> shapes = new();

    public RowShape Shape(Type type) => shapes.GetOrAdd(type, t => RowShape.Of(model.FindEntityType(t)
        ?? throw new InvalidOperationException($"{t.Name} is not an entity."), kind));

    /// <summary>Inserts all rows in one transaction of PostgreSQL and one round trip: kinds in order of their first row, rows in the order given.</summary>
    public async Task Commit(NpgsqlConnection connection, IReadOnlyList<object> rows, CancellationToken stop)
    {
        // A batch without a transaction of its own is one transaction: the server commits at its end or not at all.
        await using var batch = new NpgsqlBatch(connection);
        foreach (var kind in rows.GroupBy(r => r.GetType())) batch.BatchCommands.Add(Shape(kind.Key).PostgresCommand([.. kind]));
        await batch.ExecuteNonQueryAsync(stop);
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

        using var command = shape.SqliteCommand(connection);
        command.Transaction = transaction;
        foreach (var row in rows) shape.Execute(command, row);
    }
}
