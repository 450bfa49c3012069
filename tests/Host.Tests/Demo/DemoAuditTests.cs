using Layar.Host.Demo;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Host.Tests.Demo;

/// <summary>The letters of a demo are printed while it is served already, and bear the days of the past.</summary>
[Trait("Kind", "slice")]
public sealed class DemoAuditTests
{
    [Fact]
    public async Task Acts_are_sealed_and_noted_outside_when_the_letters_are_done_and_then_they_verify()
    {
        await using var site = new DemoSite();
        var house = await site.Open(new DemoSize(40, Letters: 6), "63.11");
        await house.Fill(CancellationToken.None);
        var during = await site.Within(s => s.GetRequiredService<AppDb>().Set<Act>().CountAsync());
        await RunJobs(site);
        Assert.Empty(site.Services.GetRequiredService<OutsideHeads>().All());
        Assert.Empty(await site.All<DailySeal>());

        Assert.True(await house.Letters(deliver: true, CancellationToken.None));
        await RunJobs(site);
        var head = Assert.Single(site.Services.GetRequiredService<OutsideHeads>().All());
        Assert.NotNull(head.SealedDay);
        Assert.True((await site.All<Act>()).Count > during, "no letter was printed after the start");
        Assert.Equal(0, (await Verified(site)).Code);

        await Tamper(site);
        var broken = await Verified(site);
        Assert.Equal(1, broken.Code);
        Assert.Contains("Broken", broken.Error);
    }

    [Fact]
    public async Task A_demo_that_is_made_anew_forgets_what_was_noted_of_the_one_before()
    {
        await using var site = new DemoSite();
        var house = await site.Open(new DemoSize(5, Letters: 0), "63.11");
        site.Services.GetRequiredService<OutsideHeads>().Append(new OutsideHead(DemoSite.Now, null, "", 700, "00"));
        await house.Fill(CancellationToken.None);
        await RunJobs(site);
        Assert.Equal(0, (await Verified(site)).Code);
    }

    [Fact]
    public async Task Cases_of_the_past_are_not_put_into_days_that_are_sealed()
    {
        await using var site = new DemoSite();
        await (await site.Open(new DemoSize(0), "63.11")).Fill(CancellationToken.None);
        await site.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            db.Add(ActRecorder.Compose(null, Guid.NewGuid(), "Tested", Actor.System, DemoSite.Now.AddDays(-3)));
            await db.SaveChangesAsync();
            return await s.GetRequiredService<DaySealer>().SealFinishedDays(CancellationToken.None);
        });
        Assert.Equal(3, (await Terminal.Run("demo", "--cases", "5", "--only-data", "true", "--data", site.Folder, "--db", site.Db)).Code);
    }

    private static async Task RunJobs(DemoSite site)
    {
        foreach (var name in (string[])["day-seal", "audit-heads"]) await site.Services.GetServices<IJob>().Single(j => j.Name == name).Run(CancellationToken.None);
    }

    private static Task<TerminalRun> Verified(DemoSite site) => Terminal.Run("verify-audit", "--data", site.Folder, "--db", site.Db);

    private static Task<int> Tamper(DemoSite site) => site.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var guard = db.Kind == DatabaseKind.Postgres ? "ALTER TABLE act DISABLE TRIGGER ALL" : "DROP TRIGGER act_no_update";
        await db.Database.ExecuteSqlRawAsync(guard);
        return await db.Database.ExecuteSqlRawAsync("UPDATE act SET reason = 'alasan lain' WHERE id = (SELECT id FROM act ORDER BY at LIMIT 1)");
    });
}
