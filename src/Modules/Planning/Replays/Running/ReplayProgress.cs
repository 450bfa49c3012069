using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Planning.Replays.Running;

/// <summary>Says once a second how far a replay is.</summary>
internal sealed class ReplayProgress(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider clock, ReplayId replay, int total)
{
    private const int LookedAt = 256;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private int done;
    private DateTime said;

    public ValueTask Done(CancellationToken stop) => ++done % LookedAt != 1 || clock.GetUtcNow().UtcDateTime - said < Beat ? ValueTask.CompletedTask : new(Say(stop));

    private async Task Say(CancellationToken stop)
    {
        said = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        await db.Set<Replay>().Where(r => r.Id == replay && r.State == ReplayState.Running)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.RowsDone, done).SetProperty(x => x.RowsTotal, total).SetProperty(x => x.BeatAt, said), stop);
    }
}
