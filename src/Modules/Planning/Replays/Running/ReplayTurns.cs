using System.Linq.Expressions;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Layar.Planning.Replays.Running;

/// <summary>A replay is counted by one worker at a time.</summary>
internal sealed class ReplayTurns(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider clock) : Turns<Replay, ReplayId>(contexts, gate, clock)
{
    protected override Expression<Func<Replay, bool>> IsBeingDone => r => r.State == ReplayState.Running;

    protected override Expression<Func<Replay, bool>> Is(ReplayId id) => r => r.Id == id;

    protected override IQueryable<Replay> Free(AppDb db, string worker, DateTime silent) =>
        db.Set<Replay>().Where(r => r.State == ReplayState.Waiting || r.State == ReplayState.Running && (r.BeatAt == null || r.BeatAt < silent || r.Worker == worker));

    protected override void Begin(UpdateSettersBuilder<Replay> replay) =>
        replay.SetProperty(x => x.State, ReplayState.Running).SetProperty(x => x.RowsDone, 0).SetProperty(x => x.RowsTotal, 0);

    protected override void Wait(UpdateSettersBuilder<Replay> replay) => replay.SetProperty(x => x.State, ReplayState.Waiting);

    public Task<bool> Fail(Turn<ReplayId> turn, string fault, CancellationToken stop) =>
        End(turn, replay => replay.SetProperty(x => x.State, ReplayState.Failed).SetProperty(x => x.Fault, fault), stop);
}
