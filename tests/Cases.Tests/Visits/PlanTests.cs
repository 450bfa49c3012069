using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Tests.Completeness;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Visits;

[Collection("work"), Trait("Kind", "page")]
public sealed class PlanTests(WorkServer server)
{
    private string Day(int ahead) => DateOnly.FromDateTime(server.Time.GetUtcNow().UtcDateTime.AddDays(ahead)).ToString("yyyy-MM-dd");

    /// <summary>A working day that is no Friday.</summary>
    private string Workday()
    {
        var day = DateOnly.FromDateTime(server.Time.GetUtcNow().UtcDateTime.AddDays(2));
        while (day.DayOfWeek is not DayOfWeek.Tuesday) day = day.AddDays(1);
        return day.ToString("yyyy-MM-dd");
    }

    private async Task<(OpenedCase Case, Visitor Browser, Page Page)> Planning(CaseStep step = CaseStep.VisitPlanning)
    {
        var opened = await server.Case(new WantedCase { Step = step });
        var browser = await server.SignedIn(Roles.Supervisor);
        return (opened, browser, await browser.Open(opened.Path + "/kunjungan"));
    }

    private static Form At(Page page, string day, string from = "09:00", string to = "11:00") =>
        page.Form("Petugas yang berkunjung").Set("Day", day).Set("From", from).Set("To", to);

    [Fact]
    public async Task A_supervisor_plans_a_visit_and_finds_it_in_the_list()
    {
        var (opened, browser, page) = await Planning();
        var done = await At(page, Workday()).Press("Jadwalkan kunjungan");
        Assert.Equal("/petugas/kunjungan", done.Location);
        var summary = await server.Look(opened);
        Assert.Equal((CaseStep.VisitScheduled, "Muhammad Zaini"), (summary.Step, summary.VisitorName));
        Assert.NotNull(summary.VisitFrom);
        Assert.Contains(opened.Number, await Listed(await done.Follow(), browser));
        Assert.DoesNotContain(opened.Number, await Listed(await browser.Open("/petugas/kunjungan?tampilan=jadwalkan"), browser));
    }

    /// <summary>Numbers of the cases on this page of a list and on all that follow.</summary>
    private static async Task<HashSet<string>> Listed(Page page, Visitor browser)
    {
        var numbers = new HashSet<string>();
        while (true)
        {
            numbers.UnionWith(page.Document.QuerySelectorAll("a.row-link").Select(a => a.GetAttribute("href")!.Split('/')[3]));
            if (page.Document.QuerySelector("a[rel=next]") is not { } next) return numbers;
            page = await browser.Open("" + next.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task The_list_of_cases_to_plan_pages_on_without_losing_one()
    {
        var opened = new HashSet<string>();
        for (var i = 0; i < 53; i++) opened.Add((await server.Case(new WantedCase { Step = CaseStep.VisitPlanning, DueAt = new DateTime(2027, 1, 1, 0, 0, i / 10, DateTimeKind.Utc) })).Number);
        var browser = await server.SignedIn(Roles.Supervisor);
        Assert.Subset(await Listed(await browser.Open("/petugas/kunjungan?tampilan=jadwalkan"), browser), opened);
    }

    [Fact]
    public async Task A_warning_must_be_read_before_a_doubtful_hour_is_taken()
    {
        var (opened, _, page) = await Planning();
        var friday = DateOnly.FromDateTime(server.Time.GetUtcNow().UtcDateTime.AddDays(2));
        while (friday.DayOfWeek != DayOfWeek.Friday) friday = friday.AddDays(1);
        var warned = await At(page, friday.ToString("yyyy-MM-dd"), "11:45", "12:30").Press("Jadwalkan kunjungan");
        Assert.Contains("salat Jumat", warned.Text);
        Assert.Equal("11:45", warned.Shown("From"));
        Assert.Equal(CaseStep.VisitPlanning, (await server.Look(opened)).Step);
        await warned.Form("Petugas yang berkunjung").Set("Sure", "true").Press("Jadwalkan kunjungan");
        Assert.Equal(CaseStep.VisitScheduled, (await server.Look(opened)).Step);
    }

    [Theory]
    [InlineData("", "09:00", "10:00", "Pilih hari")]
    [InlineData("2020-01-01", "09:00", "10:00", "sudah lewat")]
    [InlineData("SOON", "pagi", "10:00", "Tulis jam")]
    [InlineData("SOON", "10:00", "09:00", "sesudah jam mulai")]
    [InlineData("32/13/2026", "09:00", "10:00", "tanggal")]
    public async Task A_time_that_cannot_be_is_refused_and_kept(string day, string from, string to, string said)
    {
        var (opened, _, page) = await Planning();
        var refused = await At(page, day == "SOON" ? Workday() : day, from, to).Press("Jadwalkan kunjungan");
        Assert.Contains(said, refused.Faults());
        Assert.Equal(from, refused.Shown("From"));
        Assert.Equal(CaseStep.VisitPlanning, (await server.Look(opened)).Step);
    }

    [Fact]
    public async Task Only_staff_of_the_list_is_sent()
    {
        var (_, _, page) = await Planning();
        var refused = await At(page, Workday()).Set("Visitor", Guid.NewGuid().ToString()).Press("Jadwalkan kunjungan");
        Assert.Contains("boleh berkunjung", refused.Faults());
    }

    [Fact]
    public async Task Planning_again_needs_a_reason_and_keeps_one_visit()
    {
        var (opened, browser, page) = await Planning();
        await At(page, Workday()).Press("Jadwalkan kunjungan");
        var again = await browser.Open(opened.Path + "/kunjungan");
        var refused = await At(again, Workday(), "13:00", "14:00").Press("Jadwalkan ulang");
        Assert.NotEmpty(refused.Faults());
        await At(refused, Workday(), "13:00", "14:00").Set("Reason", "Jalan banjir").Press("Jadwalkan ulang");
        var visits = await server.Within(s => s.GetRequiredService<AppDb>().Set<Cases.Visits.HomeVisit>().Where(v => v.CaseId == opened.Id).ToListAsync());
        Assert.Equal(5, Assert.Single(visits).StartsAt.Hour);
        Assert.Equal("Jalan banjir", (await server.Acts(opened))[^1].Reason);
    }

    [Fact]
    public async Task Nobody_home_needs_a_reason_and_the_case_is_planned_anew()
    {
        var (opened, browser, page) = await Planning();
        await At(page, Workday()).Press("Jadwalkan kunjungan");
        var form = await browser.Open(opened.Path + "/kunjungan");
        var refused = await form.Form("Apa yang terjadi?").Press("Tidak ada orang");
        Assert.NotEmpty(refused.Faults());
        var early = await refused.Form("Apa yang terjadi?").Set("Absence", "Rumah terkunci").Press("Tidak ada orang");
        Assert.Contains("bisa dicatat mulai hari itu", early.Faults());
        Assert.Equal(CaseStep.VisitScheduled, (await server.Look(opened)).Step);
        var today = server.Time.GetUtcNow().UtcDateTime;
        await server.Within(s => s.GetRequiredService<AppDb>().Set<Cases.Visits.HomeVisit>().Where(v => v.CaseId == opened.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.StartsAt, today)));
        await early.Form("Apa yang terjadi?").Press("Tidak ada orang");
        Assert.Equal(CaseStep.VisitPlanning, (await server.Look(opened)).Step);
        Assert.Null((await server.Look(opened)).VisitFrom);
        await At(await browser.Open(opened.Path + "/kunjungan"), Workday()).Press("Jadwalkan kunjungan");
        var states = await server.Within(s => s.GetRequiredService<AppDb>().Set<Cases.Visits.HomeVisit>().Where(v => v.CaseId == opened.Id).OrderBy(v => v.Id).Select(v => v.State).ToListAsync());
        Assert.Equal([Cases.Visits.VisitState.NobodyHome, Cases.Visits.VisitState.Scheduled], states);
    }

    [Fact]
    public async Task After_planning_the_page_leads_on_to_the_result_the_case_and_the_next_visit()
    {
        var (opened, browser, page) = await Planning();
        await At(page, Workday()).Press("Jadwalkan kunjungan");
        var links = (await browser.Open(opened.Path + "/kunjungan")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        Assert.All([opened.Path + "/kunjungan/isi", opened.Path, "/petugas/kunjungan"], link => Assert.Contains(link, links));
    }

    [Fact]
    public async Task A_companion_sent_there_sees_and_fills_that_case_only()
    {
        var companion = await server.StaffIdOf(Roles.Companion);
        server.Staff.All.Add(new(companion, "Jamilah", Roles.Companion));
        var (opened, _, page) = await Planning();
        await At(page, Workday()).Set("Visitor", companion.ToString()).Press("Jadwalkan kunjungan");
        var (other, _, _) = await Planning();
        var browser = await server.SignedIn(Roles.Companion);
        Assert.Contains(opened.Number, (await browser.Open("/petugas/kunjungan")).Text);
        var planner = await server.SignedIn(Roles.Supervisor);
        Assert.DoesNotContain(opened.Number, await Listed(await planner.Open("/petugas/kunjungan"), planner));
        Assert.Equal(HttpStatusCode.OK, (await (await browser.Open(opened.Path + "/kunjungan/isi")).Follow()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(other.Path + "/kunjungan/isi")).Status);
        var summary = await browser.Open(opened.Path + "/kunjungan/ringkasan");
        Assert.Null(summary.Document.QuerySelector("button[value=record]"));
    }

    [Theory]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Operator)]
    [InlineData(Roles.DistrictWorker)]
    public async Task Others_see_the_plan_but_do_not_plan(string role)
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.VisitPlanning });
        var page = await (await server.SignedIn(role)).Open(opened.Path + "/kunjungan");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("[name=Day]"));
    }

    [Theory]
    [InlineData(Roles.Planner)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Shelter)]
    [InlineData(Roles.FrontOffice)]
    [InlineData(Roles.Agency)]
    public async Task Roles_without_visits_are_turned_away(string role)
    {
        var browser = await server.SignedIn(role);
        Assert.True((int)(await browser.Open("/petugas/kunjungan")).Status is 403 or 302 or 404);
    }

    [Fact]
    public async Task A_second_tab_does_not_plan_over_the_first()
    {
        var (opened, browser, first) = await Planning();
        var second = await browser.Open(opened.Path + "/kunjungan");
        await At(first, Workday()).Press("Jadwalkan kunjungan");
        var refused = await At(second, Workday(), "14:00", "15:00").Press("Jadwalkan kunjungan");
        Assert.NotEmpty(refused.Faults());
        Assert.Equal(1, (await server.Look(opened)).VisitFrom!.Value.Hour);
    }
}
