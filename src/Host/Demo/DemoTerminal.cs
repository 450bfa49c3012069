using System.Diagnostics;
using Layar.Identity.Accounts;
using Layar.Identity.Duties;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo;

/// <summary>What the demo says in the terminal.</summary>
internal static class DemoTerminal
{
    private const int Wide = 78;

    public static void Progress(int done, int all, Stopwatch watch)
    {
        var rate = done / Math.Max(0.1, watch.Elapsed.TotalSeconds);
        Line($"Making demo cases: {done:N0} of {all:N0}, {rate:N0}/s, {TimeSpan.FromSeconds((all - done) / Math.Max(1, rate)):mm\\:ss} left");
    }

    /// <summary>Stands until the next one; left out when nobody looks on.</summary>
    public static void Line(string text)
    {
        if (!Console.IsOutputRedirected) Console.Write("\r" + text.PadRight(Wide));
    }

    public static void End(string text) => Console.WriteLine(Console.IsOutputRedirected ? text : "\r" + text.PadRight(Wide));

    public static async Task Introduce(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await using var scope = app.Services.CreateAsyncScope();
        var texts = scope.ServiceProvider.GetRequiredService<TextCatalogue>();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var accounts = await db.Set<StaffAccount>().Where(a => a.Demo).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id)
            .Select(a => new { a.UserName, a.Name, Duty = db.Set<Duty>().Where(d => d.AccountId == a.Id).OrderBy(d => d.ValidFrom).First() }).ToListAsync();
        Console.WriteLine($"\nLayar is ready: {address}  (citizens)   {address}/masuk  (staff)");
        Console.WriteLine($"\n  {"role",-32} {"user name",-18} name");
        foreach (var account in accounts)
        {
            var role = texts.Official("cases.role." + account.Duty.Role) + (account.UserName.Contains('.') ? $" ({account.Duty.Division})" : "");
            Console.WriteLine($"  {role,-32} {account.UserName,-18} {account.Name}");
        }
        var password = Environment.GetEnvironmentVariable("LAYAR_DEMO_PASSWORD") is { Length: > 0 } ? "the value of LAYAR_DEMO_PASSWORD" : "layar-demo";
        Console.WriteLine($"\n  Password of all: {password}.  Stop with Ctrl+C.\n");
    }
}
