using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SQLitePCL;

namespace Layar.Kernel.Data;

/// <summary>A large question to the database for which somebody waits: it ends within its time, with an answer or without.</summary>
/// <param name="db">where it is asked</param>
/// <param name="most">how long it may take</param>
public sealed class BriefQuestion(AppDb db, TimeSpan most)
{
    /// <param name="sql">of the house, never of a user</param>
    /// <param name="parameters">by name, without <c>@</c></param>
    /// <param name="read">reads the one row of the answer</param>
    /// <param name="stop">when nobody waits any more</param>
    /// <returns>null when the time was over</returns>
    public async Task<T?> Ask<T>(string sql, IEnumerable<KeyValuePair<string, object>> parameters, Func<DbDataReader, T> read, CancellationToken stop) where T : class
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }
            return db.Kind == DatabaseKind.Sqlite ? await OfSqlite(command, read, stop) : await OfPostgres(command, read, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// The server itself ends the statement. It compiles nothing for it, which would take longer than most answers, and joins no rows in loops: of rows
    /// that came in a moment ago it does not know yet how many there are.
    /// </summary>
    private async Task<T?> OfPostgres<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken stop) where T : class
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        command.Transaction = transaction.GetDbTransaction();
        await using (var limits = command.Connection!.CreateCommand())
        {
            limits.Transaction = command.Transaction;
            limits.CommandText = $"SET LOCAL statement_timeout = {(int)most.TotalMilliseconds}; SET LOCAL jit = off; SET LOCAL enable_nestloop = off";
            await limits.ExecuteNonQueryAsync(stop);
        }
        try
        {
            await using var reader = await command.ExecuteReaderAsync(stop);
            await reader.ReadAsync(stop);
            return read(reader);
        }
        catch (PostgresException over) when (over.SqlState == PostgresErrorCodes.QueryCanceled && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>SQLite works in the thread that asks, so somebody else has to call it off.</summary>
    private async Task<T?> OfSqlite<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken stop) where T : class
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(most);
        var handle = ((SqliteConnection)command.Connection!).Handle;
        await using var calledOff = over.Token.Register(() => raw.sqlite3_interrupt(handle));
        try
        {
            return await Task.Run(() =>
            {
                using var reader = command.ExecuteReader();
                reader.Read();
                return read(reader);
            }, stop);
        }
        catch (SqliteException ended) when (ended.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            stop.ThrowIfCancellationRequested();
            return null;
        }
    }
}
