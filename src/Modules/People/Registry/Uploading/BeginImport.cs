using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Uploading;

/// <param name="Files">with the SHA-256 of each</param>
/// <param name="Kind">null: told by the headers</param>
/// <param name="AsOf">null: told by the file names, else the end of the last quarter</param>
/// <param name="Worker">who reads at once; null when somebody looks at the columns first</param>
internal sealed record NewImport(IReadOnlyList<(ImportFile File, byte[] Hash)> Files, RegistryKind? Kind, DateOnly? AsOf, string? Worker);

/// <summary>Begins an import with files that can be read.</summary>
internal sealed class BeginImport(AppDb db, Change change, ActRecorder acts, ImportFiles files, TimeProvider clock)
{
    /// <exception cref="Reading.ReadingFault">when a file cannot be read; then nothing was begun</exception>
    public async Task<Outcome<RegistryImportId>> Run(NewImport wanted, Actor actor, CancellationToken stop)
    {
        List<ImportFile> named = [.. wanted.Files.Select(f => f.File)];
        var tables = new ImportTables(files).Find(named, _ => null);
        var now = clock.GetUtcNow().UtcDateTime;
        var import = new RegistryImport
        {
            Id = new RegistryImportId(Guid.CreateVersion7(now)), Kind = wanted.Kind ?? ImportTables.Guess(tables), AsOf = wanted.AsOf ?? AsOfDay.Guess(named.Select(f => f.Name), Wita.Day(now)),
            State = wanted.Worker is null ? ImportState.Uploaded : ImportState.Reading, Title = string.Join(", ", named.Select(f => f.Name)), Hash = ImportFiles.Together(wanted.Files.Select(f => f.Hash)),
            Files = ImportFiles.Written(named), BytesTotal = named.Sum(f => f.Bytes), CreatedAt = now, CreatedBy = actor.Name, BeatAt = now, Worker = wanted.Worker, Version = 1,
        };
        return await change.Run<RegistryImportId>(async () =>
        {
            db.Add(import);
            await acts.Record(import.Id.Value, "RegistryUploaded", actor, stop, after: new { kind = import.Kind.ToString(), asOf = import.AsOf, sha256 = Convert.ToHexString(import.Hash), bytes = import.BytesTotal });
            return import.Id;
        }, stop);
    }
}
