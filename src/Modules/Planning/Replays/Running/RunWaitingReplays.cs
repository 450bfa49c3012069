using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Planning.Replays.Running;

/// <summary>Runs what waits, one replay at a time, on the node that holds the lease. One whose process gave no sign of life for two minutes, or was stopped, begins anew.</summary>
internal sealed class RunWaitingReplays(IDbContextFactory<AppDb> contexts, WriteGate gate, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);
    private static readonly string Process = $"{Environment.MachineName}-{Environment.ProcessId}";

    public string Name => "planning.replays";

    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken stop)
    {
        while (await Next(stop) is { } next)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Replaying>().Run(next, stop);
        }
    }

    private async Task<ReplayId?> Next(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var silent = now - Silence;
        var ready = await db.Set<Replay>().AsNoTracking()
            .Where(r => r.State == ReplayState.Waiting || r.State == ReplayState.Running && (r.BeatAt == null || r.BeatAt < silent || r.Worker == Process))
            .OrderBy(r => r.CreatedAt).FirstOrDefaultAsync(stop);
        if (ready is null) return null;
        using var turn = await gate.Enter(stop);
        var taken = await db.Set<Replay>().Where(r => r.Id == ready.Id && r.Version == ready.Version).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.State, ReplayState.Running).SetProperty(x => x.StartedAt, now).SetProperty(x => x.BeatAt, now).SetProperty(x => x.Worker, Process)
            .SetProperty(x => x.RowsDone, 0).SetProperty(x => x.RowsTotal, 0).SetProperty(x => x.Version, x => x.Version + 1), stop);
        return taken == 1 ? ready.Id : null;
    }
}
