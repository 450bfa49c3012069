using Layar.Kernel.Data;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Undoing;

/// <summary>Deletes the rows of imports that no longer count, and throws away dry runs that nobody put in force.</summary>
internal sealed class ClearUndone(IDbContextFactory<AppDb> contexts, Staging staging, WriteGate gate, TimeProvider clock)
{
    /// <summary>A dry run holds data of persons; it does not lie about.</summary>
    public const int DaysOfATrial = 14;

    public async Task Run(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var old = clock.GetUtcNow().UtcDateTime.AddDays(-DaysOfATrial);
        if (await db.Set<RegistryImport>().AnyAsync(i => (i.State == ImportState.Tried || i.State == ImportState.Uploaded || i.State == ImportState.Failed) && !i.Clearing && i.CreatedAt < old, stop))
        {
            using var turn = await gate.Enter(stop);
            await db.Set<RegistryImport>().Where(i => (i.State == ImportState.Tried || i.State == ImportState.Uploaded || i.State == ImportState.Failed) && i.CreatedAt < old)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.State, ImportState.Discarded).SetProperty(x => x.Clearing, true).SetProperty(x => x.Version, x => x.Version + 1), stop);
        }
        foreach (var id in await db.Set<RegistryImport>().AsNoTracking().Where(i => i.Clearing).Select(i => i.Id).ToListAsync(stop))
        {
            await staging.Clear(id, stop);
            using var turn = await gate.Enter(stop);
            await db.Set<RegistryImport>().Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Clearing, false), stop);
        }
    }
}
