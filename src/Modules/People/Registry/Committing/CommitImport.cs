using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Uploading;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Committing;

/// <summary>Puts the rows of a dry run in force: one change, from which moment everybody sees all of them.</summary>
internal sealed class CommitImport(AppDb db, Change change, ActRecorder acts, ImportFiles files, TimeProvider clock)
{
    /// <summary>Name of the turn of everything that decides which releases are in force, or builds on one.</summary>
    public const string Turn = "people.registry.commit";

    public async Task<Outcome> Run(RegistryImportId id, Actor actor, CancellationToken stop)
    {
        IReadOnlyList<ImportFile> uploaded = [];
        var outcome = await change.Run(async () =>
        {
            // Two dry runs of one release, released at the same moment, would not see each other.
            await db.TakeTurn(Turn, stop);
            var import = await db.Set<RegistryImport>().SingleAsync(i => i.Id == id, stop);
            if (import.State == ImportState.Committed) return Outcome.Success;
            if (import.State != ImportState.Tried) return new Refusal("people.registry.refused.not-tried");
            var (same, before, _) = await new Comparison(db).Beside(import.Kind, import.AsOf, stop);
            if (Comparison.Written(same, before) != import.ComparedWith) return new Refusal("people.registry.refused.stale");
            var result = TrialResult.Read(import.Result)!;
            if (result.Persons + result.Families == 0) return new Refusal("people.registry.refused.nothing");
            (import.State, import.CommittedAt, import.CommittedBy) = (ImportState.Committed, clock.GetUtcNow().UtcDateTime, actor.Name);
            import.Version++;
            uploaded = ImportFiles.Of(import);
            await acts.Record(id.Value, "RegistryCommitted", actor, stop, after: new { kind = import.Kind.ToString(), asOf = import.AsOf, persons = result.Persons, families = result.Families, quarantined = result.Quarantined, sha256 = Convert.ToHexString(import.Hash) });
            return Outcome.Success;
        }, stop);
        if (outcome.IsDone) files.Forget(uploaded);
        return outcome;
    }
}
