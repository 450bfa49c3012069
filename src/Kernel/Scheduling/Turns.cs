using System.Linq.Expressions;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Layar.Kernel.Scheduling;

/// <summary>The right of one worker to do a piece of work. It ends when the work gets another version.</summary>
public readonly record struct Turn<TId>(TId Work, int Version);

/// <summary>Long work that one worker at a time does; it carries who does it and when he was last heard.</summary>
public interface IDoneInTurns
{
    int Version { get; }

    DateTime? StartedAt { get; }

    /// <summary>Last sign of life of the worker.</summary>
    DateTime? BeatAt { get; }

    /// <summary>The process that does it.</summary>
    string? Worker { get; }
}

/// <summary>
/// Who takes a piece of work gives it a new version; whoever had it before, however late he comes back, finds another version
/// and writes nothing more.
/// </summary>
public abstract class Turns<TWork, TId>(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider clock) where TWork : class, IDoneInTurns
{
    /// <summary>Who gave no sign of life for so long was cut off.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(15);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Work that this worker may take: it waits, or he began it, or nobody is heard doing it.</summary>
    public IQueryable<TWork> Free(AppDb db, string worker) => Free(db, worker, Now - Silence);

    protected abstract IQueryable<TWork> Free(AppDb db, string worker, DateTime silent);

    protected abstract Expression<Func<TWork, bool>> Is(TId id);

    protected abstract Expression<Func<TWork, bool>> IsBeingDone { get; }

    /// <summary>What a new beginning sets, beside worker, times and version.</summary>
    protected abstract void Begin(UpdateSettersBuilder<TWork> work);

    /// <summary>Back among what waits.</summary>
    protected abstract void Wait(UpdateSettersBuilder<TWork> work);

    /// <summary>The work while this turn lasts; nothing otherwise.</summary>
    private IQueryable<TWork> Held(AppDb db, Turn<TId> turn) => OfVersion(db, turn).Where(IsBeingDone);

    private IQueryable<TWork> OfVersion(AppDb db, Turn<TId> turn) =>
        db.Set<TWork>().Where(Is(turn.Work)).Where(w => EF.Property<int>(w, nameof(IDoneInTurns.Version)) == turn.Version);

    /// <returns>null when somebody else does it, or nobody is to do it</returns>
    public async Task<Turn<TId>?> Take(TId id, string worker, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var enter = await gate.Enter(stop);
        if (await Free(db, worker).Where(Is(id)).Select(w => (int?)EF.Property<int>(w, nameof(IDoneInTurns.Version))).SingleOrDefaultAsync(stop) is not { } seen) return null;
        var (now, next) = ((DateTime?)Now, seen + 1);
        var taken = await OfVersion(db, new(id, seen)).ExecuteUpdateAsync(work =>
        {
            Begin(work.SetProperty(w => EF.Property<string?>(w, nameof(IDoneInTurns.Worker)), worker)
                .SetProperty(w => EF.Property<DateTime?>(w, nameof(IDoneInTurns.StartedAt)), now).SetProperty(w => EF.Property<DateTime?>(w, nameof(IDoneInTurns.BeatAt)), now)
                .SetProperty(w => EF.Property<int>(w, nameof(IDoneInTurns.Version)), next));
        }, stop);
        return taken == 1 ? new Turn<TId>(id, next) : null;
    }

    /// <summary>Gives signs of life while the work lasts, and stops it when the turn was lost.</summary>
    /// <returns>false when the turn was lost</returns>
    public async Task<bool> During(Turn<TId> turn, Func<CancellationToken, Task<bool>> work, CancellationToken stop)
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

    private async Task Beat(Turn<TId> turn, CancellationTokenSource lost)
    {
        while (!lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(BetweenBeats, lost.Token);
                if (!await Beat(turn, lost.Token)) await lost.CancelAsync();
            }
            catch (Exception)
            {
                // That the database is gone the work itself finds out; the next sign of life is tried all the same.
            }
        }
    }

    /// <summary>One sign of life, and what more is to be said of the work.</summary>
    /// <returns>false when the turn was lost</returns>
    public Task<bool> Beat(Turn<TId> turn, CancellationToken stop, Action<UpdateSettersBuilder<TWork>>? more = null) => Alone(db => Hold(db, turn, stop, more), stop);

    /// <summary>The same at the begin of a transaction: until its end nobody else can take the work.</summary>
    /// <returns>false when the turn was lost; then nothing more may be written</returns>
    public async Task<bool> Hold(AppDb db, Turn<TId> turn, CancellationToken stop, Action<UpdateSettersBuilder<TWork>>? more = null)
    {
        DateTime? now = Now;
        return await Held(db, turn).ExecuteUpdateAsync(work =>
        {
            work.SetProperty(w => EF.Property<DateTime?>(w, nameof(IDoneInTurns.BeatAt)), now);
            more?.Invoke(work);
        }, stop) == 1;
    }

    /// <summary>The next one takes it at once.</summary>
    public Task<bool> GiveBack(Turn<TId> turn) => End(turn, Wait, CancellationToken.None);

    /// <summary>Nobody does it any more.</summary>
    /// <returns>false when the turn was lost before; then nothing was changed</returns>
    public Task<bool> End(Turn<TId> turn, Action<UpdateSettersBuilder<TWork>> how, CancellationToken stop) => Alone(db => End(db, turn, how, stop), stop);

    /// <summary>The same inside a transaction.</summary>
    public async Task<bool> End(AppDb db, Turn<TId> turn, Action<UpdateSettersBuilder<TWork>> how, CancellationToken stop)
    {
        var next = turn.Version + 1;
        return await Held(db, turn).ExecuteUpdateAsync(work =>
        {
            work.SetProperty(w => EF.Property<string?>(w, nameof(IDoneInTurns.Worker)), (string?)null).SetProperty(w => EF.Property<int>(w, nameof(IDoneInTurns.Version)), next);
            how(work);
        }, stop) == 1;
    }

    private async Task<bool> Alone(Func<AppDb, Task<bool>> change, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var enter = await gate.Enter(stop);
        return await change(db);
    }
}
