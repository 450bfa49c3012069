using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Candidates;

[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class CandidatesTests(PeopleServer server)
{
    private async Task<Page> Search(string role, string typed) => await (await (await server.As(role)).Open("/petugas/warga")).Form("Cari").Set("Typed", typed).Press("Cari");

    private static IEnumerable<string> Names(Page page) => page.Document.QuerySelectorAll("tbody a.row-link").Select(a => a.TextContent);

    private async Task<JsonObject> Asked(string role, string typed, string? purpose = null)
    {
        var visitor = await server.As(role);
        var token = (await visitor.Open("/petugas/warga")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
        var answer = await visitor.Http.PostAsync("/petugas/warga?handler=kandidat", new FormUrlEncodedContent([new("_t", token), new("Typed", typed), new("Purpose", purpose ?? "")]));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    [Fact]
    public async Task A_name_in_another_spelling_finds_the_person_without_scripts()
    {
        await server.Person(new() { Name = "Muhammad Yusuf Bandangan", Sex = "L", BirthDate = new(1985, 1, 1) });
        Assert.Equal("Muhammad Yusuf Bandangan", Names(await Search(Roles.CallCentre, "moh. jusuf bandangan")).First());
    }

    [Fact]
    public async Task The_same_while_typing_as_JSON_with_the_number_masked()
    {
        await server.Person(new() { Name = "Zubaidah Kandarani", Sex = "P", Nik = "6311025208520000", Area = "63.11.02.2004" });
        var found = await Asked(Roles.Operator, "zubaidah kand");
        var first = found["candidates"]![0]!;
        Assert.Equal(("Zubaidah Kandarani", "6311••••••••0000", "Tabuan, Halong"), ((string)first["name"]!, (string)first["nik"]!, (string)first["place"]!));
    }

    [Fact]
    public async Task A_NIK_is_searched_with_a_reason_that_is_written_down()
    {
        var id = await server.Person(new() { Name = "Cari Nomor", Sex = "P", Nik = "6311026108540000" });
        Assert.True((bool)(await Asked(Roles.Operator, "63110261085"))["needsPurpose"]!);
        var asks = await Search(Roles.Operator, "6311 0261 0854 0000");
        Assert.Empty(Names(asks));
        var found = await asks.Form("Untuk apa").Set("Purpose", "Warga datang dengan KTP").Press("Cari");
        Assert.Equal(["Cari Nomor"], Names(found));
        Assert.Contains(await server.Reads(id.Value, "nik"), r => r.Purpose.EndsWith("Warga datang dengan KTP", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_in_an_address_is_asked_for_again_and_finds_nobody()
    {
        await server.Person(new() { Name = "Alamat Nomor", Sex = "P", Nik = "6311026108550000" });
        var page = await (await server.As(Roles.Operator)).Open("/petugas/warga?q=6311026108550000");
        Assert.DoesNotContain("Alamat Nomor", page.Text);
        Assert.NotNull(page.Document.QuerySelector("#Purpose"));
    }

    [Fact]
    public async Task Nobody_finds_those_he_may_not_see()
    {
        await server.Person(new() { Name = "Tersembunyi Wadai", Sex = "P" }, restricted: true);
        Assert.Empty((await Asked(Roles.Operator, "tersembunyi wadai"))["candidates"]!.AsArray());
        Assert.Single((await Asked(Roles.Manager, "tersembunyi wadai"))["candidates"]!.AsArray());
        await server.Person(new() { Name = "Wilayah Juai", Sex = "P", Area = "63.11.01.2001" });
        var worker = await server.Member(Roles.DistrictWorker, ["63.11.02"]);
        Assert.Empty(await server.Within(async s => (await s.GetRequiredService<IPersonCandidates>().Find("wilayah juai", null, worker, CancellationToken.None)).Candidates));
    }

    [Fact]
    public async Task What_a_report_brings_is_found_within_seconds()
    {
        await server.Case(new WantedCase { Person = new() { Name = "Kurnia Baharirik", Sex = "L" } });
        for (var i = 0; i < 100; i++)
        {
            if ((await Asked(Roles.Operator, "kurnia baharirik"))["candidates"]!.AsArray().Count > 0) return;
            await Task.Delay(100);
        }
        Assert.Fail("Nobody came into the index within ten seconds.");
    }

    [Fact]
    public async Task Searching_by_name_leaves_one_trace_and_never_the_words()
    {
        foreach (var typed in new[] { "rahm", "rahma", "rahmah" }) await Asked(Roles.FrontOffice, typed);
        var staff = await server.StaffIdOf(Roles.FrontOffice);
        var reads = await server.Within(s => s.GetRequiredService<AppDb>().Set<Kernel.Acts.ReadEntry>().AsNoTracking().Where(r => r.StaffId == staff && r.SubjectKind == "person-search").ToListAsync());
        Assert.DoesNotContain("rahm", Assert.Single(reads).Purpose);
    }

    [Fact]
    public async Task A_case_gets_a_person_who_is_known_already()
    {
        var known = await server.Person(new() { Name = "Sudah Terdata", Sex = "P", Nik = "6311026108560000" });
        var opened = await server.Case(new WantedCase { Person = new() { Name = "Nenek di pasar", Sex = "P" } });
        var desk = await server.As(Roles.Operator);
        var found = await (await desk.Open(opened.Path + "/orang")).Form("Nama, tanggal lahir").Set("Typed", "sudah terdata").Press("Cari");
        var picked = await desk.Open(opened.Path + "/orang" + found.Document.QuerySelector(".candidates a[href^='?pilih']")!.GetAttribute("href"));
        Assert.NotNull(picked.Document.QuerySelector("a[href*='/banding/']"));
        var answer = await picked.Form("Pasang orang ini").Press("Pasang orang ini");
        Assert.Equal(opened.Path, answer.Location);
        Assert.Equal(known, (await server.Look(opened)).PersonId);
        Assert.Contains((await server.Acts(opened)), a => a.Kind == "PersonAttached");
        Assert.Contains(opened.Path, (await desk.Open(known.Path())).Text);
    }
}
