using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Scheduling;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Undoing;
using Layar.People.Registry.Uploading;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.DryRun;

/// <summary>
/// Reads what waits, one import at a time, on the node that holds the lease. An import whose reader gave no sign of life for
/// two minutes was cut off: it begins anew, or ends when its files lay on another machine.
/// </summary>
internal sealed class ReadWaitingImports(IDbContextFactory<AppDb> contexts, ReadingTurns turns, DryRunning running, ClearUndone clearing, Installation installation) : IJob
{
    private static readonly string Process = $"{Environment.MachineName}-{Environment.ProcessId}";

    public string Name => "people.registry";

    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken stop)
    {
        await clearing.Run(stop);
        while (await Next(stop) is { } next)
        {
            if (ImportFiles.AreHere(installation, ImportFiles.Of(next))) await running.Run(next.Id, Process, installation.Demo, stop);
            else await running.GiveUp(next.Id, Process, stop);
        }
    }

    private async Task<RegistryImport?> Next(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await turns.Free(db, Process).AsNoTracking().OrderBy(i => i.CreatedAt).FirstOrDefaultAsync(stop);
    }
}
