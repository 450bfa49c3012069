using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Layar.Kernel.Data;

/// <summary>
/// Holds the database at one moment while a page asks its questions. SQLite throws away the pages it read whenever somebody wrote in between; held,
/// a case is read from one set of pages. On PostgreSQL each question keeps its own moment: a transaction would cost two more ways there and back.
/// Only for reading.
/// </summary>
public sealed class OneMoment : IAsyncDisposable
{
    private readonly AppDb? db;
    private readonly IDbContextTransaction? transaction;

    private OneMoment(AppDb? db, IDbContextTransaction? transaction) => (this.db, this.transaction) = (db, transaction);

    public static async Task<OneMoment> Hold(AppDb db, CancellationToken stop)
    {
        if (db.Kind != DatabaseKind.Sqlite || db.Database.CurrentTransaction is not null) return new(null, null);
        await db.Database.OpenConnectionAsync(stop);
        var deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return new(db, await db.Database.UseTransactionAsync(deferred, stop));
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        if (db is not null) await db.Database.CloseConnectionAsync();
    }
}
