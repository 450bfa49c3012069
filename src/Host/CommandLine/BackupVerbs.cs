using System.Diagnostics;
using System.Security.Cryptography;
using Layar.Cases.Contracts;
using Layar.Insight;
using Layar.Kernel.Acts;
using Layar.Kernel.Backups;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.CommandLine;

/// <summary><c>backup</c>, <c>restore</c> and <c>verify-backup</c>: one sealed file with everything but the key ring.</summary>
internal static class BackupVerbs
{
    public static async Task<int> Backup(string[] args)
    {
        var path = FileOf(args, "backup");
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args[1..]), demo: false));
        await using var scope = app.Services.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<Migrator>().Applied(CancellationToken.None)).Count == 0) return Verbs.Cannot("There is no database here; name it with --data or --db.");
        var watch = Stopwatch.StartNew();
        try
        {
            var summary = await scope.ServiceProvider.GetRequiredService<BackupWriting>().Write(path, Progress, CancellationToken.None);
            Say($"{summary.Tables.Count} tables with {summary.Rows:N0} rows and {summary.Files:N0} files in {path}, {new FileInfo(path).Length / 1048576.0:N1} MB, {watch.Elapsed.TotalSeconds:N1} s. Keep the key ring apart: without it this file does not open.");
            if (summary.LostFiles == 0) return Verbs.Done;
            Console.Error.WriteLine($"{summary.LostFiles} files that the database names are not in the file store.");
            return Verbs.NotAsItShouldBe;
        }
        catch (IOException failure)
        {
            return Verbs.Cannot(failure.Message);
        }
    }

    public static async Task<int> Restore(string[] args)
    {
        var path = Existing(FileOf(args, "restore"));
        var settings = Settings.From(Settings.Layers(args[1..]), demo: false);
        var ring = Path.Combine(settings.Installation.KeyFolder, "keyring.json");
        if (!File.Exists(ring)) return Verbs.Cannot($"Put the key ring that belongs to the backup at {ring} first; without it nothing opens.");
        return await Guarded(async () =>
        {
            var watch = Stopwatch.StartNew();
            var (summary, audit) = await RestoreInto(path, settings);
            Say($"{summary.Tables.Count} tables with {summary.Rows:N0} rows and {summary.Files:N0} files restored and compared; {audit.Acts:N0} acts checked; {watch.Elapsed.TotalSeconds:N1} s.");
            return Judge(audit);
        });
    }

    public static async Task<int> Verify(string[] args)
    {
        var path = Existing(FileOf(args, "verify-backup"));
        var here = Settings.From(Settings.Layers(args[1..]), demo: false);
        var folder = Directory.CreateTempSubdirectory("layar-verify-").FullName;
        try
        {
            var settings = here with { Installation = here.Installation with { DataFolder = folder }, Database = DatabaseChoice.Parse("sqlite", folder) };
            return await Guarded(async () =>
            {
                var (summary, audit) = await RestoreInto(path, settings);
                Say($"The backup is whole: {summary.Rows:N0} rows and {summary.Files:N0} files restored beside and compared; {audit.Acts:N0} acts checked.");
                return Judge(audit);
            });
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(BackupSummary, AuditResult)> RestoreInto(string path, Settings settings)
    {
        await using var app = LayarApp.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var summary = await scope.ServiceProvider.GetRequiredService<BackupRestoring>().Restore(path, Progress, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<AppDb>().ChangeTracker.Clear();
        await scope.ServiceProvider.GetRequiredService<ICaseSearchBuilder>().BuildMissing(CancellationToken.None);
        await InsightModule.Rebuild(scope.ServiceProvider, CancellationToken.None);
        return (summary, await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None));
    }

    private static async Task<int> Guarded(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is CryptographicException or InvalidOperationException or InvalidDataException or EndOfStreamException)
        {
            Console.Error.WriteLine(failure is InvalidDataException or EndOfStreamException ? "The backup was changed." : failure.Message);
            return Verbs.NotAsItShouldBe;
        }
        catch (Exception failure) when (failure is IOException or DbUpdateException)
        {
            return Verbs.Cannot(failure.Message);
        }
    }

    private static int Judge(AuditResult audit)
    {
        if (audit.Broken is null) return Verbs.Done;
        Console.Error.WriteLine($"Broken: {audit.Broken}");
        return Verbs.NotAsItShouldBe;
    }

    private static string FileOf(string[] args, string verb) =>
        args.FirstOrDefault() is { } path && !path.StartsWith("--", StringComparison.Ordinal) ? path : throw new ArgumentException($"layar {verb} FILE");

    private static string Existing(string path) => File.Exists(path) ? path : throw new FileNotFoundException($"{path} was not found.", path);

    private static void Progress(long done)
    {
        if (done % 20_000 == 0 && !Console.IsOutputRedirected) Console.Write($"\r{done:N0} rows and files   ");
    }

    private static void Say(string text) => Console.WriteLine((Console.IsOutputRedirected ? "" : "\r") + text);
}
