using System.Text.Json;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.DryRun;

/// <summary>The right of one worker to read an import. It ends when the import gets another version.</summary>
internal readonly record struct ReadingTurn(RegistryImportId Import, int Version);

/// <summary>
/// An import is read by one worker at a time. Who takes it gives it a new version; whoever had it before, however late he comes back,
/// finds another version and writes nothing more.
/// </summary>
internal sealed class ReadingTurns(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider clock)
{
    /// <summary>Who gave no sign of life for so long was cut off.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(15);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Imports that this worker may take: they wait, or he began them, or nobody is heard reading them.</summary>
    public IQueryable<RegistryImport> Free(AppDb db, string worker)
    {
        var silent = Now - Silence;
        return db.Set<RegistryImport>().Where(i => i.State == ImportState.Waiting || i.State == ImportState.Reading && (i.BeatAt == null || i.BeatAt < silent || i.Worker == worker));
    }

    /// <summary>The import while this turn lasts; nothing otherwise.</summary>
    public static IQueryable<RegistryImport> Held(AppDb db, ReadingTurn turn) =>
        db.Set<RegistryImport>().Where(i => i.Id == turn.Import && i.Version == turn.Version && i.State == ImportState.Reading);

    /// <returns>null when somebody else reads it, or nobody is to read it</returns>
    public async Task<ReadingTurn?> Take(RegistryImportId id, string worker, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var enter = await gate.Enter(stop);
        var (now, version) = (Now, await Free(db, worker).Where(i => i.Id == id).Select(i => (int?)i.Version).SingleOrDefaultAsync(stop));
        if (version is not { } seen) return null;
        var taken = await db.Set<RegistryImport>().Where(i => i.Id == id && i.Version == seen).ExecuteUpdateAsync(i => i
            .SetProperty(x => x.State, ImportState.Reading).SetProperty(x => x.Worker, worker).SetProperty(x => x.StartedAt, now).SetProperty(x => x.BeatAt, now).SetProperty(x => x.BytesDone, 0)
            .SetProperty(x => x.RowsDone, 0).SetProperty(x => x.Fault, (string?)null).SetProperty(x => x.FaultValues, (string?)null).SetProperty(x => x.Result, (string?)null)
            .SetProperty(x => x.Version, seen + 1), stop);
        return taken == 1 ? new ReadingTurn(id, seen + 1) : null;
    }

    /// <summary>Gives signs of life while the work lasts, and stops it when the turn was lost.</summary>
    /// <returns>false when the turn was lost</returns>
    public async Task<bool> During(ReadingTurn turn, Func<CancellationToken, Task<bool>> work, CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beating = Beat(turn, lost);
        try
        {
            return await work(lost.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await lost.CancelAsync();
            await beating;
        }
    }

    private async Task Beat(ReadingTurn turn, CancellationTokenSource lost)
    {
        while (!lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(BetweenBeats, lost.Token);
                if (!await Change(turn, held => held.ExecuteUpdateAsync(i => i.SetProperty(x => x.BeatAt, Now), lost.Token), lost.Token)) await lost.CancelAsync();
            }
            catch (Exception)
            {
                // That the database is gone the work itself finds out; the next sign of life is tried all the same.
            }
        }
    }

    /// <summary>The next one takes it at once.</summary>
    public Task<bool> GiveBack(ReadingTurn turn) => Change(turn, held => held.ExecuteUpdateAsync(i => i
        .SetProperty(x => x.State, ImportState.Waiting).SetProperty(x => x.Worker, (string?)null).SetProperty(x => x.Version, x => x.Version + 1)), CancellationToken.None);

    public Task<bool> Fail(ReadingTurn turn, string key, IReadOnlyList<object?> values, CancellationToken stop)
    {
        var written = JsonSerializer.Serialize(values.Select(v => v?.ToString()));
        return Change(turn, held => held.ExecuteUpdateAsync(i => i
            .SetProperty(x => x.State, ImportState.Failed).SetProperty(x => x.Fault, key).SetProperty(x => x.FaultValues, written)
            .SetProperty(x => x.Worker, (string?)null).SetProperty(x => x.Version, x => x.Version + 1), stop), stop);
    }

    private async Task<bool> Change(ReadingTurn turn, Func<IQueryable<RegistryImport>, Task<int>> change, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var enter = await gate.Enter(stop);
        return await change(Held(db, turn)) == 1;
    }
}
