using Layar.Kernel.Scheduling;

namespace Layar.Planning.Replays.Running;

/// <summary>Says once a second how far a replay is.</summary>
internal sealed class ReplayProgress(ReplayTurns turns, TimeProvider clock, Turn<ReplayId> turn, int total)
{
    private const int LookedAt = 256;
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private int done;
    private DateTime said;

    /// <exception cref="TurnLost">when somebody else counts it now</exception>
    public ValueTask Done(CancellationToken stop) => ++done % LookedAt != 1 || clock.GetUtcNow().UtcDateTime - said < Often ? ValueTask.CompletedTask : new(Say(stop));

    private async Task Say(CancellationToken stop)
    {
        said = clock.GetUtcNow().UtcDateTime;
        if (!await turns.Beat(turn, stop, replay => replay.SetProperty(x => x.RowsDone, done).SetProperty(x => x.RowsTotal, total))) throw new TurnLost();
    }
}

/// <summary>Somebody else does the work now; nothing more may be written.</summary>
internal sealed class TurnLost() : Exception("Somebody else counts this replay now.");
