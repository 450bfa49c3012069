using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Tests.Completeness;
using Layar.Cases.Visits;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Visits;

[Collection("work"), Trait("Kind", "page")]
public sealed class RecordTests(WorkServer server)
{
    private async Task<(OpenedCase Case, Visitor Browser)> Planned()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.VisitPlanning });
        var browser = await server.SignedIn(Roles.Supervisor);
        var day = DateOnly.FromDateTime(server.Time.GetUtcNow().UtcDateTime.AddDays(2));
        while (day.DayOfWeek != DayOfWeek.Wednesday) day = day.AddDays(1);
        await (await browser.Open(opened.Path + "/kunjungan")).Form("Petugas yang berkunjung").Set("Day", day.ToString("yyyy-MM-dd")).Press("Jadwalkan");
        return (opened, browser);
    }

    /// <summary>The shortest whole form: the person was not met.</summary>
    private static async Task NotMet(Visitor browser, OpenedCase opened)
    {
        async Task Save(string group, params (string Name, string Value)[] answers)
        {
            var form = (await browser.Open($"{opened.Path}/kunjungan/isi?grup={group}")).Form("Simpan draf");
            foreach (var (name, value) in answers) form.Set(name, value);
            Assert.Equal(HttpStatusCode.Redirect, (await form.Press("Simpan draf")).Status);
        }
        await Save("kunjungan", ("q-ditemui", "tidak"));
        await Save("kunjungan", ("q-sebab-tidak-bertemu", "pindah"));
        await Save("kebutuhan", ("q-saran-petugas", "ulang"), ("q-alasan-saran", "Sudah pindah ke Paringin"));
    }

    private static Task<Page> Summary(Visitor browser, OpenedCase opened) => browser.Open(opened.Path + "/kunjungan/ringkasan");

    [Fact]
    public async Task The_result_is_recorded_once_the_form_is_whole_and_a_report_is_written()
    {
        var (opened, browser) = await Planned();
        var bare = await Summary(browser, opened);
        Assert.Contains("Belum selesai", bare.Text);
        var refused = await bare.Form("Laporan").Set("Report", "Rumah kosong").Press("Simpan hasil kunjungan");
        Assert.Contains("belum selesai", refused.Faults());
        Assert.Equal("Rumah kosong", refused.Shown("Report"));
        await NotMet(browser, opened);
        var ready = await Summary(browser, opened);
        Assert.Contains("Semua pertanyaan terjawab", ready.Text);
        var wordless = await ready.Form("Laporan").Press("Simpan hasil kunjungan");
        Assert.Contains("Tulis laporan", wordless.Faults());
        var done = await wordless.Form("Laporan").Set("Report", "Rumah kosong, tetangga memberi alamat baru").Press("Simpan hasil kunjungan");
        Assert.Equal(opened.Path, done.Location);
        Assert.Equal(CaseStep.ManagerReview, (await server.Look(opened)).Step);
        var visit = await server.Within(s => s.GetRequiredService<AppDb>().Set<HomeVisit>().SingleAsync(v => v.CaseId == opened.Id));
        Assert.Equal((VisitState.Done, "ulang", 1), (visit.State, visit.Advice, visit.FormVersion));
        Assert.DoesNotContain("kosong", string.Join("", (await server.Acts(opened)).Select(a => a.Reason + a.After)));
        Assert.Contains(opened.Number, (await browser.Open("/petugas/kunjungan?tampilan=selesai")).Text);
        Assert.Equal($"{opened.Path}/kunjungan", (await browser.Open($"{opened.Path}/kunjungan/isi?grup=kunjungan")).Location);
    }

    [Fact]
    public async Task The_panel_shows_the_answers_to_the_manager()
    {
        var (opened, browser) = await Planned();
        await NotMet(browser, opened);
        await (await Summary(browser, opened)).Form("Laporan").Set("Report", "Rumah kosong").Press("Simpan hasil kunjungan");
        var panels = await server.Within(async s =>
        {
            var summary = await server.Look(opened);
            var member = await server.Member(Roles.Manager);
            var all = new List<PanelContent>();
            foreach (var panel in s.GetServices<ICasePanel>())
                if (await panel.For(summary, member, CancellationToken.None) is { } content) all.Add(content);
            return all;
        });
        var model = Assert.IsType<VisitPanelModel>(Assert.Single(panels, p => p.View == "/Visits/CasePanel/Result.cshtml").Model);
        Assert.Equal("Rumah kosong", model.Report);
        Assert.Equal("pindah", Assert.Single(model.Answers.Of("sebab-tidak-bertemu")));
        Assert.Contains(panels, p => p.View == "/Completeness/CasePanel/Completeness.cshtml");
    }

    [Fact]
    public async Task What_is_recorded_are_the_answers_that_stand_also_when_somebody_fills_in_at_that_moment()
    {
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var (opened, browser) = await Planned();
            await NotMet(browser, opened);
            var summary = (await Summary(browser, opened)).Form("Laporan").Set("Report", "Rumah kosong");
            var draft = (await browser.Open($"{opened.Path}/kunjungan/isi?grup=kebutuhan")).Form("Simpan draf").Set("q-saran-petugas", "rujuk");
            var pages = await Task.WhenAll(summary.Press("Simpan hasil kunjungan"), draft.Press("Simpan draf"));
            Assert.All(pages, p => Assert.True(p.Status is System.Net.HttpStatusCode.OK or System.Net.HttpStatusCode.Redirect));
            var (visit, given) = await server.Within(async s =>
            {
                var found = await s.GetRequiredService<AppDb>().Set<HomeVisit>().AsNoTracking().SingleAsync(v => v.CaseId == opened.Id);
                return (found, (await s.GetRequiredService<VisitReading>().Of(found, CancellationToken.None)).Of("saran-petugas"));
            });
            if (visit.State == VisitState.Done) Assert.Equal(visit.Advice, Assert.Single(given));
            else Assert.Equal("rujuk", Assert.Single(given));
        }
    }

    [Fact]
    public async Task Answers_changed_meanwhile_are_looked_at_again()
    {
        var (opened, browser) = await Planned();
        await NotMet(browser, opened);
        var summary = await Summary(browser, opened);
        await (await browser.Open($"{opened.Path}/kunjungan/isi?grup=kebutuhan")).Form("Simpan draf").Set("q-saran-petugas", "rujuk").Press("Simpan draf");
        var refused = await summary.Form("Laporan").Set("Report", "Rumah kosong").Press("Simpan hasil kunjungan");
        Assert.Contains("Isian berubah", refused.Faults());
        Assert.Equal(CaseStep.VisitScheduled, (await server.Look(opened)).Step);
        Assert.Equal(opened.Path, (await refused.Form("Laporan").Press("Simpan hasil kunjungan")).Location);
    }

    [Fact]
    public async Task A_report_changed_by_somebody_else_is_shown_beside_yours()
    {
        var (opened, browser) = await Planned();
        var (mine, theirs) = (await Summary(browser, opened), await Summary(browser, opened));
        await theirs.Form("Laporan").Set("Report", "Tulisan pertama").Press("Simpan draf");
        var refused = await mine.Form("Laporan").Set("Report", "Tulisan kedua").Press("Simpan draf");
        Assert.Contains("Tulisan pertama", refused.Text);
        Assert.Equal("Tulisan kedua", refused.Shown("Report"));
        Assert.Equal(HttpStatusCode.Redirect, (await refused.Form("Laporan").Press("Simpan draf")).Status);
        Assert.Equal("Tulisan kedua", (await Summary(browser, opened)).Shown("Report"));
    }

    [Fact]
    public async Task A_report_too_long_is_refused_and_kept()
    {
        var (opened, browser) = await Planned();
        var text = new string('a', 4001);
        var refused = await (await Summary(browser, opened)).Form("Laporan").Set("Report", text).Press("Simpan draf");
        Assert.Contains("4", refused.Faults());
        Assert.Equal(text, refused.Shown("Report"));
    }

    [Fact]
    public async Task A_district_worker_of_the_area_who_was_not_sent_does_not_fill()
    {
        var (opened, _) = await Planned();
        var other = await server.SignedIn(Roles.DistrictWorker);
        Assert.True((int)(await other.Open($"{opened.Path}/kunjungan/isi?grup=kunjungan")).Status is 403 or 302);
    }
}
