using System.Globalization;
using System.Runtime.InteropServices;
using Layar.Identity;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.People.Registry.Committing;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Undoing;
using Layar.People.Registry.Uploading;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.CommandLine;

/// <summary><c>layar import-dtsen FILE… [--commit]</c> and <c>--undo ID</c>: a release of DTSEN, DTKS, BDT or a list of a desa, tried first.</summary>
internal static class ImportRegistryVerb
{
    private static readonly string Worker = $"terminal-{Environment.MachineName}-{Environment.ProcessId}";
    private static readonly Actor Terminal = new(null, "Terminal", "admin");

    public static async Task<int> Run(string[] args)
    {
        var order = ImportOrder.Parse(args);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TextCatalogue.Indonesian;
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(order.Rest), demo: false));
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if ((await services.GetRequiredService<Migrator>().Pending(stop.Token)).Count > 0) return Cannot("This database is not migrated; name it with --data or --db, or run 'layar migrate'.");
        return order.Undo is { } undo ? await Undo(services, undo, stop.Token) : await Import(services, order, stop.Token);
    }

    private static async Task<int> Import(IServiceProvider services, ImportOrder order, CancellationToken stop)
    {
        var texts = services.GetRequiredService<TextCatalogue>();
        RegistryImport? import = null;
        try
        {
            import = await Tried(services, order, stop);
            TrialReport.Print(import, texts, Console.Out);
            if (import.State != ImportState.Tried) return Verbs.NotAsItShouldBe;
            return order.Commit ? await Commit(services, import, texts, stop) : Verbs.Done;
        }
        catch (ReadingFault fault)
        {
            Console.Error.WriteLine(texts[fault.Key, [.. fault.Values]]);
            return Verbs.NotAsItShouldBe;
        }
        catch (OperationCanceledException)
        {
            await Abandon(services);
            Console.Error.WriteLine("\nlayar import-dtsen: stopped; nothing was changed.");
            return Verbs.NotAsItShouldBe;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Cannot(failure.Message);
        }
    }

    /// <summary>A dry run of the same files that is still good is taken up again; one that was cut off is thrown away first.</summary>
    private static async Task<RegistryImport> Tried(IServiceProvider services, ImportOrder order, CancellationToken stop)
    {
        var files = await FilesAt.Look(order.Files, stop);
        var hash = ImportFiles.Together(files.Select(f => f.Hash));
        var db = services.GetRequiredService<AppDb>();
        foreach (var known in await db.Set<RegistryImport>().AsNoTracking().Where(i => i.Hash == hash && (i.State == ImportState.Tried || i.State == ImportState.Reading || i.State == ImportState.Waiting)).ToListAsync(stop))
        {
            if (known.State != ImportState.Tried && known.BeatAt > DateTime.UtcNow - ReadingTurns.Silence && known.Worker?.StartsWith("terminal", StringComparison.Ordinal) != true) continue;
            if (known.State == ImportState.Tried && order.Commit && order.Fits(known)) return known;
            await services.GetRequiredService<UndoImport>().Run(known.Id, "layar import-dtsen", Terminal, stop);
        }
        var begun = await services.GetRequiredService<BeginImport>().Run(new NewImport(files, order.Kind, order.AsOf, Worker), Terminal, stop);
        var id = begun.Match(i => i, why => throw new InvalidOperationException(why.Code));
        var demo = await IdentityModule.HasDemoAccounts(services, stop);
        await using (new ProgressLine(services, id))
            await services.GetRequiredService<DryRunning>().Run(id, Worker, demo, stop);
        db.ChangeTracker.Clear();
        return await db.Set<RegistryImport>().AsNoTracking().SingleAsync(i => i.Id == id, stop);
    }

    private static async Task<int> Commit(IServiceProvider services, RegistryImport import, TextCatalogue texts, CancellationToken stop)
    {
        if ((await services.GetRequiredService<CommitImport>().Run(import.Id, Terminal, stop)).Refusal is not { } why)
        {
            Console.WriteLine(texts["people.registry.terminal.committed", import.Id.Value]);
            return Verbs.Done;
        }
        Console.WriteLine(texts[why.Code, [.. why.Args]]);
        await services.GetRequiredService<UndoImport>().Run(import.Id, why.Code, Terminal, stop);
        await services.GetRequiredService<ClearUndone>().Run(stop);
        return why.Code.EndsWith(".nothing", StringComparison.Ordinal) ? Verbs.Done : Verbs.NotAsItShouldBe;
    }

    private static async Task<int> Undo(IServiceProvider services, Guid id, CancellationToken stop)
    {
        var texts = services.GetRequiredService<TextCatalogue>();
        var found = new RegistryImportId(id);
        if ((await services.GetRequiredService<UndoImport>().Run(found, "layar import-dtsen --undo", Terminal, stop)).Refusal is { } why)
        {
            Console.Error.WriteLine(texts[why.Code, [.. why.Args]]);
            return Verbs.NotAsItShouldBe;
        }
        await services.GetRequiredService<ClearUndone>().Run(stop);
        var import = await services.GetRequiredService<AppDb>().Set<RegistryImport>().AsNoTracking().SingleAsync(i => i.Id == found, stop);
        Console.WriteLine(texts["people.registry.terminal.undone", import.Kind, Layar.Kernel.Time.Wita.Date(import.AsOf)]);
        return Verbs.Done;
    }

    /// <summary>What this process had begun is thrown away, so that no other one goes on with it.</summary>
    private static async Task Abandon(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        db.ChangeTracker.Clear();
        foreach (var import in await db.Set<RegistryImport>().AsNoTracking().Where(i => i.State == ImportState.Waiting || i.State == ImportState.Reading && i.Worker == Worker).ToListAsync())
            if (ImportFiles.Of(import).All(f => !f.Sealed)) await services.GetRequiredService<UndoImport>().Run(import.Id, "layar import-dtsen", Terminal, CancellationToken.None);
        await services.GetRequiredService<ClearUndone>().Run(CancellationToken.None);
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    private static int Cannot(string why)
    {
        Console.Error.WriteLine(why);
        return Verbs.CannotRunHere;
    }
}
