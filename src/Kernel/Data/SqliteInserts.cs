using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Layar.Kernel.Data;

/// <summary>One connection to the SQLite file that stays open with its insert statements prepared.</summary>
internal sealed class SqliteInserts(AppDb db, RowWriter writer) : IAsyncDisposable
{
    private readonly Dictionary<Type, (RowShape Shape, DbCommand Command)> prepared = [];

    /// <summary>Inserts all rows in one transaction, in the order given.</summary>
    public async Task Commit(IEnumerable<object> rows)
    {
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync();
        foreach (var row in rows)
        {
            var (shape, command) = For(row.GetType());
            command.Transaction = transaction;
            shape.Execute(command, row);
        }
        await transaction.CommitAsync();
    }

    /// <summary>An insert whose parameters stand in the order of the columns.</summary>
    internal static DbCommand Command(DbConnection connection, string table, IReadOnlyList<string> columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(",", columns)}) VALUES ({string.Join(",", columns.Select((_, i) => "$p" + i))})";
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "$p" + i;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private (RowShape Shape, DbCommand Command) For(Type type)
    {
        if (prepared.TryGetValue(type, out var known)) return known;
        var shape = writer.Shape(type);
        return prepared[type] = (shape, shape.SqliteCommand(db.Database.GetDbConnection()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, command) in prepared.Values) await command.DisposeAsync();
        await db.DisposeAsync();
    }
}
