using System.Diagnostics;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Host.Demo;
using Layar.Identity;
using Layar.Identity.Accounts;
using Layar.Insight;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.CommandLine;

/// <summary><c>layar demo</c>: an own database with accounts and a year of cases, served on the loopback address.</summary>
internal static class DemoVerb
{
    public static async Task<int> Run(string[] args)
    {
        var configuration = Settings.Layers(args);
        var settings = Settings.From(configuration, demo: true);
        var cases = int.TryParse(configuration["cases"], out var number) && number >= 0 ? number : 300;
        await using var app = LayarApp.Build(settings);
        await Fill(app, cases);
        if (configuration["only-data"] == "true") return Verbs.Done;
        await app.StartAsync();
        await Introduce(app);
        await app.WaitForShutdownAsync();
        return Verbs.Done;
    }

    /// <summary>Migrates, and makes accounts and cases when there are none.</summary>
    internal static async Task Fill(WebApplication app, int cases)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await scope.ServiceProvider.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await Modules.Seed(scope.ServiceProvider);
        await IdentityModule.CreateDemoAccounts(scope.ServiceProvider, CancellationToken.None);
        if (cases == 0 || await db.Set<CaseFile>().AnyAsync()) return;
        var watch = Stopwatch.StartNew();
        await ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider).Make(cases, done => Progress(done, cases, watch), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ICaseSearchBuilder>().BuildMissing(CancellationToken.None);
        await InsightModule.Rebuild(scope.ServiceProvider, CancellationToken.None);
        Console.WriteLine($"\r{cases:N0} cases made in {watch.Elapsed.TotalSeconds:N0} s.                    ");
    }

    private static void Progress(int done, int all, Stopwatch watch)
    {
        var rate = done / Math.Max(0.1, watch.Elapsed.TotalSeconds);
        Console.Write($"\rMaking demo cases: {done:N0} of {all:N0}, {rate:N0}/s, {TimeSpan.FromSeconds((all - done) / Math.Max(1, rate)):mm\\:ss} left   ");
    }

    private static async Task Introduce(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<StaffAccount>().Where(a => a.Demo).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).Select(a => new { a.UserName, a.Name }).ToListAsync();
        Console.WriteLine($"\nLayar is ready: {address}  (citizens)   {address}/masuk  (staff)");
        Console.WriteLine($"\n  {"user name",-14} name");
        foreach (var account in accounts) Console.WriteLine($"  {account.UserName,-14} {account.Name}");
        var password = Environment.GetEnvironmentVariable("LAYAR_DEMO_PASSWORD") is { Length: > 0 } ? "the value of LAYAR_DEMO_PASSWORD" : "layar-demo";
        Console.WriteLine($"\n  Password of all: {password}.  Stop with Ctrl+C.\n");
    }
}
