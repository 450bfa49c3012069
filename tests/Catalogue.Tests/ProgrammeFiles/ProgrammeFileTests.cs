using System.Net;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Catalogue.Tests.ProgrammeFiles;

[Trait("Kind", "page")]
public sealed class ProgrammeFileTests(StaffServer server) : IClassFixture<StaffServer>
{
    [Fact]
    public async Task The_list_shows_aid_and_services_with_level_and_division()
    {
        var browser = await server.SignedIn(Roles.Planner);
        var page = await browser.Open("/petugas/program");
        Assert.Equal("Program", page.Title);
        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a[href='/petugas/program/pkh']") is not null);
        Assert.Contains("Pemerintah pusat", row.TextContent);
        Assert.Contains("Menunggu konfirmasi", row.TextContent);
        var aid = await browser.Open("/petugas/program?jenis=bantuan");
        Assert.Null(aid.Document.QuerySelector("a[href='/petugas/program/rumah-singgah']"));
        Assert.NotNull(aid.Document.QuerySelector("a[href='/petugas/program/blt-dd']"));
    }

    [Fact]
    public async Task A_file_shows_figures_basis_papers_rule_and_what_it_excludes()
    {
        var page = await (await server.SignedIn(Roles.Operator)).Open("/petugas/program/pkh");
        Assert.Equal("Program Keluarga Harapan (PKH)", page.Title);
        var text = page.Document.QuerySelector("main")!.TextContent;
        Assert.Contains("desil <= batas(\"desil_pkh\")", text);
        Assert.Contains("Desil kesejahteraan paling banyak 4", text);
        Assert.Contains("Rp3.000.000", text);
        Assert.Contains("Permensos 3/2025", text);
        Assert.Contains("Kartu Keluarga (KK)", text);
        Assert.Contains("Menunggu konfirmasi", text);
        Assert.NotNull(page.Document.QuerySelector("a[href='/petugas/program/blt-dd']"));
    }

    [Fact]
    public async Task Every_programme_has_a_file_and_an_unknown_code_none()
    {
        var browser = await server.SignedIn(Roles.Administrator);
        var list = await browser.Open("/petugas/program");
        foreach (var link in list.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!))
            Assert.Equal(HttpStatusCode.OK, (await browser.Open(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/petugas/program/tidak-ada")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.SignedIn(Roles.Shelter)).Open("/petugas/program")).Status);
    }
}
