using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Scheduling;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Undoing;
using Layar.People.Registry.Uploading;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.DryRun;

/// <summary>
/// Reads what waits, one import at a time, on the node that holds the lease. An import whose reader gave no sign of life for
/// two minutes was cut off: it begins anew, or ends when its files lay on another machine.
/// </summary>
internal sealed class ReadWaitingImports(IDbContextFactory<AppDb> contexts, WriteGate gate, DryRunning running, ClearUndone clearing, Installation installation, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);
    private static readonly string Process = $"{Environment.MachineName}-{Environment.ProcessId}";

    public string Name => "people.registry";

    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken stop)
    {
        await clearing.Run(stop);
        while (await Next(stop) is { } next) await running.Run(next, installation.Demo, stop);
    }

    private async Task<RegistryImportId?> Next(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var silent = clock.GetUtcNow().UtcDateTime - Silence;
        var ready = await db.Set<RegistryImport>().AsNoTracking()
            .Where(i => i.State == ImportState.Waiting || i.State == ImportState.Reading && (i.BeatAt == null || i.BeatAt < silent || i.Worker == Process))
            .OrderBy(i => i.CreatedAt).FirstOrDefaultAsync(stop);
        if (ready is null) return null;
        var here = ImportFiles.AreHere(installation, ImportFiles.Of(ready));
        using var turn = await gate.Enter(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = await db.Set<RegistryImport>().Where(i => i.Id == ready.Id && i.Version == ready.Version).ExecuteUpdateAsync(i => i
            .SetProperty(x => x.State, here ? ImportState.Reading : ImportState.Failed).SetProperty(x => x.Fault, here ? null : "people.registry.fault.cut-off")
            .SetProperty(x => x.FaultValues, here ? null : "[]").SetProperty(x => x.Clearing, !here).SetProperty(x => x.Worker, Process).SetProperty(x => x.BeatAt, now).SetProperty(x => x.Version, x => x.Version + 1), stop);
        return here && taken == 1 ? ready.Id : null;
    }
}
