using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Registry.Committing;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Uploading;
using Layar.People.Verval;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Undoing;

/// <summary>
/// Takes an import back. It stops counting with this change; its rows go away step by step afterwards. What was never in force
/// is thrown away in the same manner.
/// </summary>
internal sealed class UndoImport(AppDb db, Change change, ActRecorder acts, ImportFiles files, TimeProvider clock)
{
    public const int Days = 30;

    public static bool MayUndo(RegistryImport import, DateTime now) => import.State == ImportState.Committed && import.CommittedAt!.Value.AddDays(Days) > now;

    public async Task<Outcome> Run(RegistryImportId id, string? reason, Actor actor, CancellationToken stop)
    {
        IReadOnlyList<ImportFile> uploaded = [];
        var outcome = await change.Run(async () =>
        {
            // Nobody opens a cycle on it or compares with it meanwhile.
            await db.TakeTurn(CommitImport.Turn, stop);
            if (await db.Set<RegistryImport>().SingleOrDefaultAsync(i => i.Id == id, stop) is not { } import) return new Refusal("people.registry.refused.unknown");
            var now = clock.GetUtcNow().UtcDateTime;
            var inForce = import.State == ImportState.Committed;
            if (import.State is ImportState.Undone or ImportState.Discarded) return new Refusal("people.registry.refused.gone");
            if (inForce && !MayUndo(import, now)) return new Refusal("people.registry.refused.too-late", null, Days, Wita.Date(import.CommittedAt!.Value.AddDays(Days)));
            if (await db.Set<VervalCycle>().Where(c => c.ImportId == id && c.ClosedAt == null).Select(c => c.Name).FirstOrDefaultAsync(stop) is { } cycle) return new Refusal("people.verval.refused.running", null, cycle);
            (import.State, import.UndoneAt, import.Clearing, import.Worker) = (inForce ? ImportState.Undone : ImportState.Discarded, now, true, null);
            import.Version++;
            uploaded = ImportFiles.Of(import);
            await acts.Record(id.Value, inForce ? "RegistryUndone" : "RegistryDiscarded", actor, stop, reason, after: new { kind = import.Kind.ToString(), asOf = import.AsOf });
            return Outcome.Success;
        }, stop);
        if (outcome.IsDone) files.Forget(uploaded);
        return outcome;
    }
}
