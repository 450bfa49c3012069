using System.Diagnostics;
using Layar.Areas.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits;
using Layar.Host.CommandLine;
using Layar.Host.Demo.Arrivals;
using Layar.Host.Demo.Correspondence;
using Layar.Host.Demo.Rows;
using Layar.Identity;
using Layar.Identity.Accounts;
using Layar.Insight;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo;

/// <summary>The database of a demo: refuses one that is not, makes what is missing, prints the letters.</summary>
internal sealed class DemoHouse(WebApplication app, DemoPast past, Settings settings, DemoSize size)
{
    private DemoLetters? letters;

    /// <summary>Stands in the data folder while cases are made.</summary>
    private string Unfinished => Path.Combine(settings.Installation.DataFolder, "demo-unfinished");

    /// <summary>Why this database cannot be a demo; null when it can.</summary>
    public async Task<string?> Refusal(CancellationToken stop)
    {
        if (File.Exists(Unfinished) && ThrowAway() is { } left) return left;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await IsEmpty(scope.ServiceProvider, stop)) return null;
        var accounts = await db.Set<StaffAccount>().AnyAsync(stop);
        var demo = await IdentityModule.HasDemoAccounts(scope.ServiceProvider, stop);
        if (!demo && (accounts || await db.Set<CaseFile>().AnyAsync(stop)))
            return "This database is in real use: it has accounts or cases of its own. The demo would add accounts with a published password. Choose another one with --data or --db.";
        if (size.Cases > 0 && !await db.Set<CaseFile>().AnyAsync(stop) && await db.Set<DailySeal>().AnyAsync(stop))
            return "The days of this demo are sealed; cases of the past would break their seals. Choose another place with --data.";
        var area = await db.Set<CaseFile>().Where(c => c.Area != null).Select(c => c.Area).FirstOrDefaultAsync(stop);
        return area is null || area.StartsWith(settings.Installation.AreaCode, StringComparison.Ordinal) ? null
            : $"The demo data here are of {area[..5]}, not of {settings.Installation.AreaCode}. Choose another place with --data, or start with --area {area[..5]}.";
    }

    /// <summary>Migrates, and makes accounts and cases when there are none.</summary>
    public async Task Fill(CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<AppDb>();
        await services.GetRequiredService<Migrator>().Migrate(stop);
        await Modules.Seed(services);
        await IdentityModule.CreateDemoAccounts(services, stop);
        if (await db.Set<CaseFile>().AnyAsync(stop)) Console.WriteLine($"Going on with the demo data of {settings.Installation.DataFolder}; --cases counts in an empty place only.");
        else if (size.Cases > 0) await Make(services, db, stop);
        if (letters is null) past.Close();
    }

    /// <summary>Prints what was signed and lets the rest of the past happen. Failures end it with a word in the terminal.</summary>
    /// <returns>false when letters could not be printed</returns>
    public async Task<bool> Letters(bool deliver, CancellationToken stop)
    {
        if (letters is not { } some || some.ToPrint == 0) return true;
        var watch = Stopwatch.StartNew();
        try
        {
            var why = await some.Print(done => DemoTerminal.Line($"Printing letters: {done} of {some.ToPrint}"), deliver, stop);
            if (deliver) await Rebuild(stop);
            DemoTerminal.End(why is null ? $"{some.ToPrint} letters printed, sealed and given out in {watch.Elapsed.TotalSeconds:N0} s."
                : $"Letters cannot be printed here ({why.Code} {string.Join(' ', why.Args)}); they wait, signed and numbered. WeasyPrint is needed: apt install weasyprint.");
            return why is null;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        finally
        {
            past.Close();
        }
    }

    private async Task Make(IServiceProvider services, AppDb db, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        await File.WriteAllTextAsync(Unfinished, "", stop);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var (staff, words) = (await DemoStaff.Read(db, stop), new DemoWords());
        // Noted of the acts of a demo before this one: those that come now bear earlier times.
        File.Delete(services.GetRequiredService<OutsideHeads>().Place);
        past.Open(app.Services);
        var plans = await ActivatorUtilities.CreateInstance<DemoData>(services).Make(size, now, staff, words, done => DemoTerminal.Progress(done, size.Cases, watch), stop);
        DemoTerminal.Line("Writing letters ...");
        letters = new DemoLetters(past, size, staff, words, now);
        await letters.Write(plans, stop);
        await ActivatorUtilities.CreateInstance<People.DemoPeople>(services, staff, words).Make(now, stop);
        await ActivatorUtilities.CreateInstance<People.DemoRegister>(services, staff, words).Make(now, stop);
        await LearnPlaces(db, services.GetRequiredService<IAreas>(), stop);
        DemoTerminal.Line("Counting for the analysis ...");
        await InsightModule.Rebuild(services, stop);
        File.Delete(Unfinished);
        DemoTerminal.End($"{size.Cases:N0} cases made in {watch.Elapsed.TotalSeconds:N0} s.");
    }

    /// <summary>Villages have no place in the public lists; as in real life the visits tell where they lie.</summary>
    private static async Task LearnPlaces(AppDb db, IAreas areas, CancellationToken stop)
    {
        var visited = await (from visit in db.Set<HomeVisit>().Where(v => v.Lat != null).OrderByDescending(v => v.Id).Take(5_000)
                             join file in db.Set<CaseFile>() on visit.CaseId equals file.Id
                             where file.Area != null
                             group visit by file.Area! into village
                             select new { Village = village.Key, Lat = village.Average(v => v.Lat!.Value), Lon = village.Average(v => v.Lon!.Value) }).ToListAsync(stop);
        foreach (var place in visited) await areas.Learn(place.Village, place.Lat, place.Lon, stop);
    }

    private async Task Rebuild(CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await InsightModule.Rebuild(scope.ServiceProvider, stop);
    }

    private async Task<bool> IsEmpty(IServiceProvider services, CancellationToken stop)
    {
        if (settings.Database.Kind == DatabaseKind.Sqlite && !File.Exists(new SqliteConnectionStringBuilder(settings.Database.ConnectionString).DataSource)) return true;
        return (await services.GetRequiredService<Migrator>().Pending(stop)).Any(step => step.Contains("_Identity_Accounts", StringComparison.Ordinal) || step.Contains("_Cases_Files", StringComparison.Ordinal));
    }

    /// <summary>The demo alone wrote here, and was stopped: it begins anew.</summary>
    private string? ThrowAway()
    {
        if (settings.Database.Kind != DatabaseKind.Sqlite) return "This database holds demo data that were stopped half-way. Drop and create it, or choose another one with --db.";
        var file = new SqliteConnectionStringBuilder(settings.Database.ConnectionString).DataSource;
        foreach (var part in new[] { file, file + "-wal", file + "-shm", Unfinished }) File.Delete(part);
        return null;
    }
}
