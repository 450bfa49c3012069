using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Layar.Kernel.Data;

/// <summary>
/// How often this process has committed: what was made from the database is still true as long as the number stands,
/// except for what another process wrote.
/// </summary>
public sealed class CommitCount
{
    private long count;

    public long Now => Volatile.Read(ref count);

    internal void Add() => Interlocked.Increment(ref count);
}

/// <summary>Counts the commits of EF, in a transaction of its own or of ours.</summary>
internal sealed class CountedTransactions(CommitCount commits) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => commits.Add();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        commits.Add();
        return Task.CompletedTask;
    }
}

/// <summary>Counts what EF saves in one statement without a transaction.</summary>
internal sealed class CountedSaves(CommitCount commits) : SaveChangesInterceptor
{
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        commits.Add();
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        commits.Add();
        return ValueTask.FromResult(result);
    }
}
