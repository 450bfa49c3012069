using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Planning.Replays.Running;

/// <summary>Runs what waits, one replay at a time, on the node that holds the lease. One whose process gave no sign of life for two minutes, or was stopped, begins anew.</summary>
internal sealed class RunWaitingReplays(IDbContextFactory<AppDb> contexts, ReplayTurns turns, IServiceScopeFactory scopes) : IJob
{
    private static readonly string Process = $"{Environment.MachineName}-{Environment.ProcessId}";

    public string Name => "planning.replays";

    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken stop)
    {
        while (await Next(stop) is { } next)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Replaying>().Run(next.Id, Process, stop);
        }
    }

    private async Task<Replay?> Next(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await turns.Free(db, Process).AsNoTracking().OrderBy(r => r.CreatedAt).FirstOrDefaultAsync(stop);
    }
}
