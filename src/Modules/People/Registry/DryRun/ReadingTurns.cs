using System.Linq.Expressions;
using System.Text.Json;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Layar.People.Registry.DryRun;

/// <summary>An import is read by one worker at a time.</summary>
internal sealed class ReadingTurns(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider clock) : Turns<RegistryImport, RegistryImportId>(contexts, gate, clock)
{
    protected override Expression<Func<RegistryImport, bool>> IsBeingDone => i => i.State == ImportState.Reading;

    protected override Expression<Func<RegistryImport, bool>> Is(RegistryImportId id) => i => i.Id == id;

    protected override IQueryable<RegistryImport> Free(AppDb db, string worker, DateTime silent) =>
        db.Set<RegistryImport>().Where(i => i.State == ImportState.Waiting || i.State == ImportState.Reading && (i.BeatAt == null || i.BeatAt < silent || i.Worker == worker));

    protected override void Begin(UpdateSettersBuilder<RegistryImport> import) => import
        .SetProperty(x => x.State, ImportState.Reading).SetProperty(x => x.BytesDone, 0).SetProperty(x => x.RowsDone, 0)
        .SetProperty(x => x.Fault, (string?)null).SetProperty(x => x.FaultValues, (string?)null).SetProperty(x => x.Result, (string?)null);

    protected override void Wait(UpdateSettersBuilder<RegistryImport> import) => import.SetProperty(x => x.State, ImportState.Waiting);

    public Task<bool> Fail(Turn<RegistryImportId> turn, string key, IReadOnlyList<object?> values, CancellationToken stop)
    {
        var written = JsonSerializer.Serialize(values.Select(v => v?.ToString()));
        return End(turn, import => import.SetProperty(x => x.State, ImportState.Failed).SetProperty(x => x.Fault, key).SetProperty(x => x.FaultValues, written), stop);
    }
}
