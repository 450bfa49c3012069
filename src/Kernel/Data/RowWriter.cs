using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
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

    /// <summary>Bulk load of rows of one kind: COPY on PostgreSQL, one prepared statement on SQLite. The caller's transaction is that of the connection.</summary>
    public Task Load(DbConnection connection, DbTransaction? transaction, Type type, IEnumerable<object> rows, CancellationToken stop)
    {
        var shape = Shape(type);
        if (connection is NpgsqlConnection postgres) BulkLoad.ToPostgres(postgres, shape, rows, stop);
        else BulkLoad.ToSqlite((SqliteConnection)connection, shape, rows, stop);
        return Task.CompletedTask;
    }
}
