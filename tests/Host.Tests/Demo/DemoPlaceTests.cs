using System.Net;
using System.Net.Sockets;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Catalogue.Contracts;
using Layar.Host.CommandLine;
using Layar.Host.Demo;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Survey.Answering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Host.Tests.Demo;

[Trait("Kind", "slice")]
public sealed class DemoPlaceTests
{
    private static readonly DemoSize Some = new(110, Letters: 0);

    [Fact]
    public async Task The_same_number_and_hour_make_the_same_cases()
    {
        await using var one = await DemoSite.Make(Some);
        await using var other = await DemoSite.Make(Some);
        Assert.Equal(await Face(one), await Face(other));
        Assert.Equal((await one.All<SurveyAnswer>()).Sum(a => a.Time), (await other.All<SurveyAnswer>()).Sum(a => a.Time));
    }

    [Fact]
    public async Task A_city_has_its_own_kelurahan_and_officials()
    {
        await using var site = await DemoSite.Make(Some, "63.72");
        Assert.Equal(20, (await site.All<CaseFile>()).Select(c => c.Area).Distinct().Count());
        Assert.All(await site.All<CaseFile>(), c => Assert.StartsWith("BJB-", c.Number));
        var staff = await site.Within(s => DemoStaff.Read(s.GetRequiredService<AppDb>(), default));
        Assert.Equal(site.Services.GetRequiredService<ICatalogue>().Instance.OfficialFor("kadis", new(2026, 11, 20))!.Name, staff.Of(Roles.Head).Name);
    }

    [Fact]
    public async Task A_big_demo_gives_everything_to_its_latest_cases_only()
    {
        await using var site = await DemoSite.Make(new DemoSize(5_200, Whole: 300, Letters: 0));
        var visits = await site.All<Cases.Visits.HomeVisit>();
        var groups = (await site.All<Cases.Visits.VisitGroup>()).Select(g => g.VisitId).ToHashSet();
        Assert.True(visits.Count > 2_000, $"{visits.Count} visits");
        Assert.InRange(visits.Count(v => groups.Contains(v.Id)), 20, 600);
        var indexes = await site.Within(async s => await s.GetRequiredService<AppDb>().Set<CaseFile>().CountAsync(c => c.Open));
        Assert.InRange(indexes, 50, 2_000);
    }

    [Fact]
    public async Task A_database_in_real_use_is_refused()
    {
        await using var site = new DemoSite();
        var house = await site.Open(Some, "63.11");
        await site.Within(async s =>
        {
            await s.GetRequiredService<Migrator>().Migrate(default);
            var db = s.GetRequiredService<AppDb>();
            db.Add(new StaffAccount { Id = new(Guid.CreateVersion7()), UserName = "kepala", Name = "Seseorang", SecurityStamp = "x", CreatedAt = DemoSite.Now });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("real use", await house.Refusal(default));
    }

    [Fact]
    public async Task Data_of_another_area_are_not_gone_on_with()
    {
        await using var site = await DemoSite.Make(new DemoSize(5, Letters: 0));
        Assert.Equal(Verbs.CannotRunHere, await DemoVerb.Run(["--data", site.Folder, "--db", site.Db, "--area", "63.72", "--only-data", "true"]));
        Assert.Equal(Verbs.Done, await DemoVerb.Run(["--data", site.Folder, "--db", site.Db, "--cases", "900", "--only-data", "true"]));
        Assert.Equal(5, (await site.All<CaseFile>()).Count);
    }

    [Fact]
    public async Task A_busy_port_is_told_before_any_data_are_made()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var folder = Path.Combine(Path.GetTempPath(), $"layar-demo-{Guid.NewGuid():N}");
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        Assert.Equal(Verbs.CannotRunHere, await DemoVerb.Run(["--data", folder, "--port", $"{port}"]));
        Assert.False(Directory.Exists(folder));
    }

    private static async Task<IEnumerable<(DateTime, CaseStep, string, string?, string, string)>> Face(DemoSite site) =>
        (await site.All<CaseFile>()).OrderBy(c => c.ReceivedAt).Select(c => (c.ReceivedAt, c.Step, c.Problem, c.Area, c.LastAct, c.LastActor));
}
