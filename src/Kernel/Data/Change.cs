using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Layar.Kernel.Data;

/// <summary>
/// The one path of a change: one transaction holds state, act and outbox rows. A refusal rolls everything back.
/// When somebody else changed the same row first, the answer is the refusal <c>kernel.changed-meanwhile</c>.
/// </summary>
public sealed class Change(AppDb db, WriteGate gate)
{
    public const string ChangedMeanwhile = "kernel.changed-meanwhile";

    private const int Tries = 5;

    public async Task<Outcome> Run(Func<Task<Outcome>> work, CancellationToken stop) => Plain(await Run(() => Carried(work), stop));

    /// <summary>For work that judges anew what somebody else changed first, instead of leaving it to the person: read, judged and written again, some times.</summary>
    public async Task<Outcome<T>> RunAnew<T>(Func<Task<Outcome<T>>> work, CancellationToken stop) where T : notnull
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            var outcome = await Run(work, stop);
            if (outcome.Refusal?.Code != ChangedMeanwhile || tries == Tries) return outcome;
        }
    }

    public async Task<Outcome> RunAnew(Func<Task<Outcome>> work, CancellationToken stop) => Plain(await RunAnew(() => Carried(work), stop));

    private static async Task<Outcome<bool>> Carried(Func<Task<Outcome>> work) => (await work()).Match<Outcome<bool>>(() => true, why => why);

    private static Outcome Plain(Outcome<bool> outcome) => outcome.Match(_ => Outcome.Success, why => why);

    public async Task<Outcome<T>> Run<T>(Func<Task<Outcome<T>>> work, CancellationToken stop) where T : notnull
    {
        using var turn = await gate.Enter(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        try
        {
            var outcome = await work();
            if (!outcome.IsDone) return outcome;
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(ChangedMeanwhile);
        }
        catch (Exception failure) when (UniqueViolation.Is(failure) || Crossed(failure))
        {
            return new Refusal(ChangedMeanwhile);
        }
    }

    /// <summary>Two changes that each waited for the other; the database has ended this one.</summary>
    private static bool Crossed(Exception failure) =>
        (failure.InnerException ?? failure) is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
