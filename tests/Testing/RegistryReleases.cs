using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.Committing;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Uploading;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Testing;

/// <summary>Brings releases in as the terminal does.</summary>
public static class RegistryReleases
{
    private const string Worker = "uji";

    public static readonly Actor Planner = new(null, "Perencana Uji", "perencana");

    /// <summary>Begins an import and reads its files to the end of the dry run.</summary>
    public static async Task<RegistryImportId> TryRelease(this LayarServer server, RegistryKind kind, DateOnly asOf, params string[] paths)
    {
        // By the clock of the house: an import of yesterday would be taken for one whose reader died.
        var now = server.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var import = new RegistryImport
        {
            Id = new RegistryImportId(Guid.CreateVersion7()), Kind = kind, AsOf = asOf, State = ImportState.Reading, Title = string.Join(", ", paths.Select(Path.GetFileName)), Hash = new byte[32],
            Files = ImportFiles.Written([.. paths.Select(p => new ImportFile(Path.GetFileName(p)[9..], p, false, new FileInfo(p).Length))]), BytesTotal = paths.Sum(p => new FileInfo(p).Length),
            CreatedAt = now, CreatedBy = Planner.Name, BeatAt = now, Worker = Worker, Version = 1,
        };
        await server.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            db.Add(import);
            return await db.SaveChangesAsync();
        });
        await server.Services.GetRequiredService<DryRunning>().Run(import.Id, Worker, demo: true, CancellationToken.None);
        return import.Id;
    }

    /// <summary>The same, put in force.</summary>
    public static async Task<RegistryImportId> Release(this LayarServer server, RegistryKind kind, DateOnly asOf, params string[] paths)
    {
        var import = await server.TryRelease(kind, asOf, paths);
        var outcome = await server.Within(s => s.GetRequiredService<CommitImport>().Run(import, Planner, CancellationToken.None));
        if (outcome.Refusal is { } why) throw new InvalidOperationException(why.ToString());
        return import;
    }
}
