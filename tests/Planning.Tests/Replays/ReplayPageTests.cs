using System.Net;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Planning.Tests.Replays;

[Trait("Kind", "page"), Collection(PlanningHouse.Name)]
public sealed class ReplayPageTests(PlanningServer server)
{
    private async Task<Page> Open(string role, string path) => await (await server.As(role)).Open(path);

    private static string Words(Page page) => page.Document.QuerySelector("main")!.TextContent;

    [Fact]
    public async Task The_page_shows_who_enters_what_it_costs_and_how_quota_and_budget_stand()
    {
        var version = await server.Draft("yapi", "usia >= 60", f => f.Set("Input.Places", "10").Set("Input.BudgetRupiah", "1000000").Set("Input.BudgetYear", "2027").Set("Input.BudgetLine", "5.1.02.05"));
        var path = await server.Replay(PlanningServer.Versi(version));
        var page = await Open(Roles.Head, path);
        var words = Words(page);
        Assert.Contains("Masuk", words);
        Assert.Contains("lebih dari kuota", words);
        Assert.Contains("5.1.02.05", words);
        Assert.Contains("Halong", words);
        Assert.Contains("70 tahun ke atas", words);
        Assert.Matches(@"Rilis: DTSEN \d+ [A-Z][a-z]+ 20\d\d\.", words);
        Assert.Equal("no", page.Document.QuerySelector("#kemajuan")!.GetAttribute("data-moving"));
        Assert.Contains(path, (await Open(Roles.Planner, "/petugas/program/coba")).Text);
    }

    [Fact]
    public async Task The_page_and_its_table_say_which_facts_people_wait_for_and_that_the_cost_is_not_set()
    {
        var path = await server.Replay(PlanningServer.Versi(await server.Draft("rujukan-panti", "label memuat \"terlantar\" dan surat_sehat")));
        var page = await Open(Roles.Head, path);
        var lacking = page.Document.QuerySelectorAll(".card").Single(c => c.QuerySelector("h2")?.TextContent.Contains("Fakta yang belum diketahui", StringComparison.Ordinal) == true);
        var rows = lacking.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains("keadaan: tidak ada yang merawat (telantar)", StringComparison.Ordinal) && r.Contains(PlanningServer.People.ToString("N0", new System.Globalization.CultureInfo("id-ID")), StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("surat keterangan sehat", StringComparison.Ordinal));
        Assert.Contains("Biaya belum ditetapkan", Words(page));
        var sheet = await (await server.As(Roles.Planner)).Http.GetStringAsync(path + "?handler=unduh");
        Assert.Contains("keadaan: tidak ada yang merawat (telantar)", sheet);
        Assert.Contains("Biaya belum ditetapkan", sheet);
    }

    [Fact]
    public async Task Small_groups_are_pooled_for_who_may_not_see_persons()
    {
        // Age 80 and a decile leave a handful in most villages.
        var path = await server.Replay(PlanningServer.Versi(await server.Draft("pena", "usia >= 84 dan desil antara 2 sampai 2")));
        var (planner, head) = (await Open(Roles.Planner, path), await Open(Roles.Head, path));
        Assert.Contains("digabung", Words(planner));
        Assert.DoesNotContain("digabung, agar", Words(head));
        foreach (var cell in planner.Document.QuerySelectorAll("td.number").Select(c => c.TextContent.Trim())) Assert.False(int.TryParse(cell, out var shown) && shown is > 0 and < 5, cell);
        var sheet = await (await server.As(Roles.Planner)).Http.GetStringAsync(path + "?handler=unduh");
        foreach (var cell in sheet.Split('\n').Skip(6).SelectMany(l => l.Trim().Split(';').Skip(1))) Assert.False(int.TryParse(cell, out var shown) && shown is > 0 and < 5, cell);
        Assert.Contains("Muara Ninian", await (await server.As(Roles.Head)).Http.GetStringAsync(path + "?handler=unduh"));
    }

    [Fact]
    public async Task Persons_are_listed_only_for_a_purpose_that_is_recorded_and_never_for_the_planner()
    {
        var path = await server.Replay(PlanningServer.Versi(await server.Draft("sandang", "usia >= 82")));
        Assert.Equal(HttpStatusCode.Forbidden, (await Open(Roles.Planner, path + "/orang")).Status);
        var page = await Open(Roles.Manager, path + "/orang");
        Assert.Contains("Tulis tujuan", string.Join(" ", (await page.Form("Lihat daftar").Press("Lihat daftar")).Errors));
        Assert.Empty(await Reads(path));
        var list = await page.Form("Lihat daftar").Set("daftar", "Unmet").Set("Purpose", "menyiapkan kunjungan").Press("Lihat daftar");
        var rows = list.Document.QuerySelectorAll("tbody tr");
        Assert.Equal(50, rows.Length);
        Assert.All(rows, r => Assert.DoesNotMatch("\\d{16}", r.TextContent));
        Assert.Equal("menyiapkan kunjungan", Assert.Single(await Reads(path)).Purpose);
        var next = await list.Form("Berikutnya").Press("Berikutnya");
        Assert.NotEmpty(next.Document.QuerySelectorAll("tbody tr"));
        Assert.Empty(rows.Select(r => r.TextContent).Intersect(next.Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent)));
    }

    [Fact]
    public async Task The_rule_in_force_is_tried_out_for_unmet_need_and_a_second_press_goes_on_with_the_same()
    {
        var page = await Open(Roles.DivisionHead, "/petugas/program/coba?kode=subsidi-listrik");
        var (first, second) = (await page.Form("Mulai uji").Press("Mulai uji"), await page.Form("Mulai uji").Press("Mulai uji"));
        await server.Ended(first.Location!);
        Assert.DoesNotContain("tidak lagi pasti", Words(await Open(Roles.DivisionHead, first.Location!)));
        Assert.NotNull(second.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await Open(Roles.Planner, "/petugas/program/coba?kode=tidak-ada")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Open(Roles.Planner, $"/petugas/program/coba/{Guid.NewGuid()}")).Status);
    }

    private Task<List<ReadEntry>> Reads(string path)
    {
        var id = Guid.Parse(path.Split('/')[^1]);
        return server.Within(s => s.GetRequiredService<AppDb>().Set<ReadEntry>().AsNoTracking().Where(r => r.Subject == id).ToListAsync());
    }
}
