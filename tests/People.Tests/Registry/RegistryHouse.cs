using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Layar.People.Registry.Committing;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Undoing;
using Layar.People.Registry.Uploading;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Registry;

/// <summary>The application with areas, and imports as the terminal begins them.</summary>
public sealed class RegistryServer : StaffServer
{
    internal static readonly Actor Planner = RegistryReleases.Planner;

    /// <summary>A place for a file; it goes away with the server.</summary>
    internal string File(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(DataFolder, "berkas")).FullName, Guid.NewGuid().ToString("N")[..8] + "-" + name);

    internal async Task<RegistryImport> Try(RegistryKind kind, DateOnly asOf, params string[] paths) => await Look(await this.TryRelease(kind, asOf, paths));

    /// <summary>An upload whose reader was last heard of three minutes ago, with a row that it had laid aside.</summary>
    internal async Task<RegistryImport> CutOff(string path, DateOnly asOf, int minutes = 3)
    {
        await using var source = System.IO.File.OpenRead(path);
        var (file, hash) = await Services.GetRequiredService<ImportFiles>().Keep("individu.csv", source, CancellationToken.None);
        var import = new RegistryImport
        {
            Id = new RegistryImportId(Guid.CreateVersion7()), Kind = RegistryKind.Dtsen, AsOf = asOf, State = ImportState.Reading, Title = file.Name, Hash = hash, Files = ImportFiles.Written([file]),
            BytesTotal = file.Bytes, CreatedAt = DateTime.UtcNow, CreatedBy = Planner.Name, StartedAt = DateTime.UtcNow.AddMinutes(-9), BeatAt = DateTime.UtcNow.AddMinutes(-minutes), Worker = "yang mati", Version = 2,
        };
        await Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            db.Add(import);
            db.Add(new RegistryPersonRow { Id = new RegistryRowId(Guid.CreateVersion7()), ImportId = import.Id, Sheet = 0, Line = 2, Name = "SISA" });
            return await db.SaveChangesAsync();
        });
        return import;
    }

    /// <summary>Reads it as one more process would.</summary>
    internal Task<bool> Read(RegistryImport import, string worker) => Services.GetRequiredService<DryRunning>().Run(import.Id, worker, demo: true, CancellationToken.None);

    /// <summary>The import once somebody has read it to the end.</summary>
    internal async Task<RegistryImport> Tried(RegistryImport import)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((import = await Look(import.Id)).State != ImportState.Tried) await Task.Delay(300, patience.Token);
        return import;
    }

    internal Task<RegistryImport> Look(RegistryImportId id) => Within(s => s.GetRequiredService<AppDb>().Set<RegistryImport>().AsNoTracking().SingleAsync(i => i.Id == id));

    internal Task<Outcome> Commit(RegistryImport import) => Within(s => s.GetRequiredService<CommitImport>().Run(import.Id, Planner, CancellationToken.None));

    internal Task<Outcome> Undo(RegistryImport import) => Within(s => s.GetRequiredService<UndoImport>().Run(import.Id, "salah berkas", Planner, CancellationToken.None));

    /// <summary>It counts since that long.</summary>
    internal Task<int> CommittedBefore(RegistryImport import, TimeSpan ago)
    {
        var at = DateTime.UtcNow - ago;
        return Within(s => s.GetRequiredService<AppDb>().Set<RegistryImport>().Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.CommittedAt, at)));
    }

    internal Task<T> Ask<T>(Func<IRegistry, Task<T>> question) => Within(s => question(s.GetRequiredService<IRegistry>()));

    internal Task<int> Rows(RegistryImport import) => Within(s => s.GetRequiredService<AppDb>().Set<RegistryPersonRow>().CountAsync(r => r.ImportId == import.Id));
}

[CollectionDefinition(Name)]
public sealed class RegistryHouse : ICollectionFixture<RegistryServer>
{
    public const string Name = "registry";
}

internal static class Trials
{
    public static TrialResult Result(this RegistryImport import) => TrialResult.Read(import.Result) ?? throw new InvalidOperationException($"{import.State}: {import.Fault} {import.FaultValues}");

    public static Dictionary<string, int> Causes(this RegistryImport import) => import.Result().Causes.ToDictionary(c => c.Cause, c => c.Count);
}
