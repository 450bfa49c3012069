using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Layar.Kernel.Data;

/// <summary>
/// One writer queue for pure inserts: takes what waits, commits it in one transaction and answers each caller only after
/// the commit. When a group fails, each set of rows is tried alone, so that one bad set never harms another.
/// </summary>
public sealed class GroupCommit(IDbContextFactory<AppDb> contexts, WriteGate gate) : BackgroundService
{
    private const int LargestGroup = 128;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private RowWriter? writer;

    /// <summary>Returns when the rows are durable.</summary>
    /// <exception cref="Exception">the database's own failure, e.g. a broken unique index</exception>
    public async Task Write(IReadOnlyList<object> rows, CancellationToken stop)
    {
        var waiting = new Waiting(rows, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(waiting, stop);
        await waiting.Done.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>(LargestGroup);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var next)) group.Add(next);
            await Commit(group);
            group.Clear();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        if (ExecuteTask is { } running) await running.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
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
            await using var db = await contexts.CreateDbContextAsync();
            writer ??= new RowWriter(db.Model, db.Kind);
            using var turn = await gate.Enter(CancellationToken.None);
            await db.Database.OpenConnectionAsync();
            var connection = db.Database.GetDbConnection();
            await using var transaction = await connection.BeginTransactionAsync();
            await writer.Insert(connection, transaction, [.. group.SelectMany(w => w.Rows)], CancellationToken.None);
            await transaction.CommitAsync();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
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
