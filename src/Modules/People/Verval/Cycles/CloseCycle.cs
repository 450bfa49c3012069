using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>Ends a cycle: nobody checks or proposes any more; what was proposed can still be verified and sent.</summary>
internal sealed class CloseCycle(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(VervalCycleId id, int version, Actor actor, CancellationToken stop) => change.Run(async () =>
    {
        await db.TurnToClose(id, stop);
        var cycle = await db.Set<VervalCycle>().FirstAsync(c => c.Id == id, stop);
        if (cycle.Version != version) return new Refusal(Change.ChangedMeanwhile);
        if (!cycle.Open) return new Refusal("people.verval.refused.closed");
        (cycle.ClosedAt, cycle.ClosedBy) = (clock.GetUtcNow().UtcDateTime, actor.Name);
        cycle.Version++;
        await acts.Record(id.Value, "VervalClosed", actor, stop);
        return Outcome.Success;
    }, stop);
}
