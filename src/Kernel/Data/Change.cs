using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Kernel.Data;

/// <summary>
/// The one path of a change: one transaction holds state, act and outbox rows. A refusal rolls everything back.
/// When somebody else changed the same row first, the answer is the refusal <c>kernel.changed-meanwhile</c>.
/// </summary>
public sealed class Change(AppDb db, WriteGate gate)
{
    public const string ChangedMeanwhile = "kernel.changed-meanwhile";

    public async Task<Outcome> Run(Func<Task<Outcome>> work, CancellationToken stop)
    {
        var result = await Run<bool>(async () => (await work()).Match<Outcome<bool>>(() => true, why => why), stop);
        return result.Match(_ => Outcome.Success, why => why);
    }

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
        catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
        {
            return new Refusal(ChangedMeanwhile);
        }
    }
}
