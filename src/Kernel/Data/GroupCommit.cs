using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Layar.Kernel.Data;

/// <summary>
/// One queue for pure inserts: takes what waits, commits it in one transaction and answers each caller only after
/// the commit (two writers on PostgreSQL). When a group fails, each set of rows is tried alone, so that one bad set never harms another.
/// </summary>
public sealed class GroupCommit(IDbContextFactory<AppDb> contexts, WriteGate gate, DatabaseChoice database, CommitCount commits) : BackgroundService
{
    private const int LargestGroup = 128;

    // While one group waits for the disk, the next is sent.
    private const int PostgresWriters = 2;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(10_000) { SingleReader = database.Kind == DatabaseKind.Sqlite });
    private RowWriter? writer;
    private SqliteInserts? inserts;

    /// <summary>Returns when the rows are durable.</summary>
    /// <exception cref="Exception">the database's own failure, e.g. a broken unique index</exception>
    public async Task Write(IReadOnlyList<object> rows, CancellationToken stop)
    {
        var waiting = new Waiting(rows, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(waiting, stop);
        await waiting.Done.Task;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, database.Kind == DatabaseKind.Postgres ? PostgresWriters : 1).Select(_ => Task.Run(Serve, CancellationToken.None)));

    private async Task Serve()
    {
        var group = new List<Waiting>(LargestGroup);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var next)) group.Add(next);
            if (group.Count > 0) await Commit(group);
            group.Clear();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        if (ExecuteTask is { } running) await running.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
        await Close();
    }

    private async Task Commit(List<Waiting> group)
    {
        var failure = await Try(group);
        if (failure is null || group.Count == 1)
        {
            foreach (var waiting in group) waiting.Answer(failure);
            return;
        }
        foreach (var waiting in group) waiting.Answer(await Try([waiting]));
    }

    private async Task<Exception?> Try(IReadOnlyList<Waiting> group)
    {
        try
        {
            List<object> rows = [.. group.SelectMany(w => w.Rows)];
            if (database.Kind == DatabaseKind.Postgres) await ToPostgres(rows);
            else await ToSqlite(rows);
            commits.Add();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private async Task ToPostgres(List<object> rows)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        writer ??= new RowWriter(db.Model, db.Kind);
        await writer.Commit((NpgsqlConnection)db.Database.GetDbConnection(), rows, CancellationToken.None);
    }

    private async Task ToSqlite(List<object> rows)
    {
        using var turn = await gate.Enter(CancellationToken.None);
        try
        {
            if (inserts is null)
            {
                var db = await contexts.CreateDbContextAsync();
                inserts = new SqliteInserts(db, writer ??= new RowWriter(db.Model, db.Kind));
            }
            await inserts.Commit(rows);
        }
        catch (Exception failure) when (!UniqueViolation.Is(failure))
        {
            // After a full disk or the like the next group begins with a connection of its own.
            await Close();
            throw;
        }
    }

    private async Task Close()
    {
        if (Interlocked.Exchange(ref inserts, null) is { } open) await open.DisposeAsync();
    }

    private sealed record Waiting(IReadOnlyList<object> Rows, TaskCompletionSource Done)
    {
        public void Answer(Exception? failure)
        {
            if (failure is null) Done.TrySetResult();
            else Done.TrySetException(failure);
        }
    }
}
