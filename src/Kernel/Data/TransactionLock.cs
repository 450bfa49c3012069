using Microsoft.EntityFrameworkCore;

namespace Layar.Kernel.Data;

/// <summary>A turn that lasts until the transaction ends, for work that two must not do at once. SQLite has one writer anyway.</summary>
public static class TransactionLock
{
    /// <param name="name">the work; the same name on every node</param>
    public static Task TakeTurn(this AppDb db, string name, CancellationToken stop) => db.Kind == DatabaseKind.Postgres
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", stop)
        : Task.CompletedTask;

    /// <summary>As many as like do their work at once, but nobody who takes the turn for himself.</summary>
    public static Task ShareTurn(this AppDb db, string name, CancellationToken stop) => db.Kind == DatabaseKind.Postgres
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended({name}, 0))", stop)
        : Task.CompletedTask;
}
