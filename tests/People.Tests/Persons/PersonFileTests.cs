using System.Net;
using Layar.Identity.Contracts;
using Layar.People.Contracts;
using Layar.Testing;

namespace Layar.People.Tests.Persons;

[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class PersonFileTests(PeopleServer server)
{
    private const string Nik = "6311025208520000";

    [Fact]
    public async Task The_page_shows_what_a_report_brought_and_masks_the_number()
    {
        var id = await server.Person(new() { Name = "Aminah binti Hasan", Nik = Nik, Sex = "P", BirthDate = new(1952, 8, 12), Area = "63.11.02.2004", Rt = "02" });
        var page = await (await server.As(Roles.Operator)).Open(id.Path());
        Assert.Equal("Aminah binti Hasan", page.Title);
        Assert.Contains("6311••••••••0000", page.Text);
        Assert.Contains("Laporan warga", page.Words());
        Assert.DoesNotContain(Nik, page.Text);
        Assert.Contains(await server.Reads(id.Value, "person"), r => r.Role == Roles.Operator);
    }

    [Fact]
    public async Task The_number_is_shown_for_a_stated_purpose_only()
    {
        var id = await server.Person(new() { Name = "Buka Contoh", Nik = Nik, Sex = "P" });
        var page = await (await server.As(Roles.Supervisor)).Open(id.Path());
        var refused = await page.Form("Lihat nomor lengkap").Press("Lihat nomor lengkap");
        Assert.DoesNotContain(Nik, refused.Text);
        Assert.NotEmpty(refused.Errors);
        var shown = await refused.Form("Lihat nomor lengkap").Set("Purpose", "Mencocokkan KTP di loket").Press("Lihat nomor lengkap");
        Assert.Contains(Nik, shown.Text);
        Assert.Equal("Mencocokkan KTP di loket", Assert.Single(await server.Reads(id.Value, "nik")).Purpose);
    }

    [Fact]
    public async Task The_case_leads_to_the_person_and_back()
    {
        var opened = await server.Case(new WantedCase { Person = new() { Name = "Jalan Contoh", Sex = "P" } });
        var link = (await (await server.As(Roles.Operator)).Open(opened.Path)).Document.QuerySelector("main a[href^='/petugas/warga/']")!.GetAttribute("href")!;
        var page = await (await server.As(Roles.Operator)).Open(link);
        Assert.Equal("Jalan Contoh", page.Title);
        Assert.NotNull(page.Document.QuerySelector($"a[href='{opened.Path}']"));
    }

    [Fact]
    public async Task A_person_of_a_secret_case_is_there_for_those_who_keep_secrets()
    {
        var id = await server.Person(new() { Name = "Rahasia Sekali", Sex = "P" }, restricted: true);
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.As(Roles.Operator)).Open(id.Path())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.As(Roles.Auditor)).Open(id.Path() )).Status);
        Assert.Equal("Rahasia Sekali", (await (await server.As(Roles.Manager)).Open(id.Path())).Title);
        Assert.DoesNotContain("Rahasia Sekali", (await (await server.As(Roles.Operator)).Open("/petugas/warga")).Text);
        Assert.Contains("Rahasia Sekali", (await (await server.As(Roles.Manager)).Open("/petugas/warga")).Text);
    }

    [Fact]
    public async Task Who_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.As(Roles.Manager)).Open(new PersonId(Guid.NewGuid()).Path())).Status);

    [Theory, InlineData(Roles.Driver), InlineData(Roles.Agency), InlineData(Roles.Planner), InlineData(Roles.Administrator)]
    public async Task Roles_without_business_here_do_not_come_in(string role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As(role)).Open("/petugas/warga")).Status);

    [Fact]
    public async Task Pages_stay_within_twelve_queries()
    {
        var id = await server.Person(new() { Name = "Hitung Contoh", Nik = Nik, Sex = "P", BirthDate = new(1952, 8, 12), Area = "63.11.02.2004" });
        await server.Case(new WantedCase { Person = new() { Name = "Hitung Lain", Sex = "P" } });
        var officer = await server.As(Roles.Manager);
        foreach (var path in new[] { "", "/data", "/jenis", "/keluarga?q=hitung", "/program", "/foto" }.Select(p => id.Path() + p).Concat(["/petugas/warga", "/petugas/warga/ganda", "/petugas/warga/baru"]))
            Assert.True(await server.Queries.Quietest(() => officer.Open(path)) <= 12, $"{path}: {server.Queries.Count}\n{string.Join("\n", server.Queries.Commands)}");
    }
}
