using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Mapping;

/// <summary>Keeps what somebody said about the columns for every table with the same header, and lets the dry run begin.</summary>
internal sealed class SaveMapping(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    public static bool MayMap(RegistryImport import) => import.State is ImportState.Uploaded or ImportState.Tried or ImportState.Failed;

    public Task<Func<byte[], SavedColumns?>> Saved(CancellationToken stop) => SavedColumns.Templates(db, stop);

    public Task<Outcome> Run(RegistryImportId id, RegistryKind kind, DateOnly asOf, IReadOnlyList<FoundTable> tables, Actor actor, CancellationToken stop) => change.Run(async () =>
    {
        var import = await db.Set<RegistryImport>().SingleAsync(i => i.Id == id, stop);
        if (!MayMap(import)) return new Refusal("people.registry.refused.not-now");
        foreach (var layout in tables.Select(t => t.Layout).OfType<TableLayout>().DistinctBy(l => Convert.ToHexString(l.Fingerprint))) await Keep(layout, actor, stop);
        (import.Kind, import.AsOf, import.State, import.Fault) = (kind, asOf, ImportState.Waiting, null);
        import.Version++;
        await acts.Record(id.Value, "RegistryMappingSaved", actor, stop, after: new { kind = kind.ToString(), asOf, tables = tables.Count(t => t.Layout?.Kind is not null) });
        return Outcome.Success;
    }, stop);

    /// <summary>What the house reads by itself needs no template.</summary>
    private async Task Keep(TableLayout layout, Actor actor, CancellationToken stop)
    {
        var header = layout.Fingerprint;
        var known = await db.Set<RegistryTemplate>().FirstOrDefaultAsync(t => t.Header == header, stop);
        var own = HeaderFinder.Of(layout.Headers, layout.FirstLine);
        if (known is null && own.Kind == layout.Kind && own.Fields.SequenceEqual(layout.Fields)) return;
        var columns = new SavedColumns(layout.Kind, layout.Fields).Write();
        var now = clock.GetUtcNow().UtcDateTime;
        if (known is null) db.Add(new RegistryTemplate { Id = new RegistryTemplateId(Guid.CreateVersion7(now)), Header = header, Columns = columns, SavedBy = actor.Name, SavedAt = now });
        else (known.Columns, known.SavedBy, known.SavedAt) = (columns, actor.Name, now);
    }
}
