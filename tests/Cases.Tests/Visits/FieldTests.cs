using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Tests.Completeness;
using Layar.Cases.Visits;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Visits;

[Collection("work"), Trait("Kind", "page")]
public sealed class FieldTests(WorkServer server)
{
    /// <summary>A visit of this officer, so many hours from now.</summary>
    private async Task<OpenedCase> Visit(string role, double hours, bool secret = false)
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.VisitScheduled, Secret = secret });
        var me = await server.StaffIdOf(role);
        var from = server.Time.GetUtcNow().UtcDateTime.AddHours(hours);
        await server.Within(async s =>
        {
            var visit = new HomeVisit
            {
                Id = new(Guid.CreateVersion7()), CaseId = opened.Id, FormVersion = 1, State = VisitState.Scheduled, StartsAt = from, EndsAt = from.AddHours(1),
                VisitorId = me, VisitorName = role, PlannedById = await server.StaffIdOf(Roles.Supervisor), Version = 1,
            };
            await s.GetRequiredService<GroupCommit>().Write([visit], CancellationToken.None);
            return 0;
        });
        return opened;
    }

    [Fact]
    public async Task Todays_visits_stand_first_those_left_over_marked_and_those_to_come_below()
    {
        var (late, today, ahead, far) = (await Visit(Roles.Companion, -30), await Visit(Roles.Companion, 2), await Visit(Roles.Companion, 50), await Visit(Roles.Companion, 24 * 30));
        var page = await (await server.SignedIn(Roles.Companion)).Open("/petugas/lapangan");
        var cards = page.Document.QuerySelectorAll("main section.card").ToList();
        var now = cards.Single(c => c.QuerySelector("h2")!.TextContent == "Kunjungan hari ini");
        var later = cards.Single(c => c.QuerySelector("h2")!.TextContent == "Tujuh hari ke depan");
        Assert.Contains("Lewat waktu", now.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(late.Number, StringComparison.Ordinal)).TextContent);
        var row = now.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(today.Number, StringComparison.Ordinal));
        Assert.DoesNotContain("Lewat waktu", row.TextContent);
        Assert.Contains(ahead.Number, later.TextContent);
        Assert.DoesNotContain(far.Number, page.Text);

        var form = await page.Visitor.Open(row.QuerySelector("a.button")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, (await form.Follow()).Status);
    }

    [Fact]
    public async Task A_driver_sees_emergencies_and_no_visits()
    {
        var urgent = await server.Case(new WantedCase { Title = "Orang tergeletak di pasar", Step = CaseStep.UrgentResponse, Emergency = true, DueAt = server.Time.GetUtcNow().UtcDateTime.AddMinutes(20) });
        var driver = await server.SignedIn(Roles.Driver);
        var page = await driver.Open("/petugas/lapangan");
        Assert.Contains(urgent.Number, page.Text);
        Assert.DoesNotContain("Kunjungan hari ini", page.Text);
        var row = page.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(urgent.Number, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await driver.Open(row.QuerySelector("a.button")!.GetAttribute("href")!)).Status);
        Assert.Contains(urgent.Path, (await driver.Open("/petugas/lapangan")).Text);
    }

    [Fact]
    public async Task A_day_without_visits_says_so_and_a_supervisor_is_led_to_planning()
    {
        Assert.Contains("Tidak ada kunjungan hari ini", (await (await server.SignedIn(Roles.DistrictWorker)).Open("/petugas/lapangan")).Text);
        await server.Case(new WantedCase { Step = CaseStep.VisitPlanning });
        Assert.Matches(@"\d+ kasus perlu dijadwalkan", (await (await server.SignedIn(Roles.Supervisor)).Open("/petugas/lapangan")).Text);
    }

    [Fact]
    public async Task A_visit_to_a_secret_case_is_listed_only_for_whom_is_named()
    {
        var secret = await Visit(Roles.DistrictWorker, 1, secret: true);
        var who = await server.SignedIn(Roles.DistrictWorker);
        foreach (var path in (string[])["/petugas/lapangan", "/petugas/kunjungan"]) Assert.DoesNotContain(secret.Number, (await who.Open(path)).Text);
        var officer = new CaseOfficer { CaseId = secret.Id, StaffId = await server.StaffIdOf(Roles.DistrictWorker), StaffName = "Syahrani", NamedAt = DateTime.UtcNow };
        await server.Within(async s => { await s.GetRequiredService<GroupCommit>().Write([officer], CancellationToken.None); return 0; });
        Assert.Contains(secret.Number, (await who.Open("/petugas/lapangan")).Text);
        await server.Within(s => s.GetRequiredService<AppDb>().Set<CaseFile>().Where(c => c.Id == secret.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Step, CaseStep.Completed)));
    }

    [Theory]
    [InlineData(Roles.Supervisor, 200), InlineData(Roles.Driver, 200), InlineData(Roles.Operator, 403), InlineData(Roles.Agency, 403)]
    public async Task Only_who_works_outside_opens_it_with_at_most_twelve_queries(string role, int status)
    {
        var who = await server.SignedIn(role);
        var page = await who.Open("/petugas/lapangan");
        Assert.Equal(status, (int)page.Status);
        Assert.Equal(status == 200 ? 1 : 0, page.Document.QuerySelectorAll(".side a[href='/petugas/lapangan'][aria-current=page]").Length);
        var count = await server.Queries.Quietest(() => who.Open("/petugas/lapangan"));
        Assert.True(count <= 12, $"{count}: {string.Join("\n", server.Queries.Commands)}");
    }
}
