using System.Diagnostics;
using System.Net;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Intake.Tests.Posters;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class PosterTests(IntakeServer server)
{
    [Fact]
    public async Task A_village_gets_a_sheet_whose_code_begins_a_report_there()
    {
        using var desk = await server.SignedIn(Roles.VillageDesk);
        var districts = await desk.Open("/petugas/poster");
        Assert.Equal(8, districts.Document.QuerySelectorAll("a[href*='kecamatan=']").Length);
        var page = await desk.Open(districts.Document.QuerySelector("a[href$='kecamatan=63.11.02']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var link = page.Document.QuerySelector("a[href$='desa=63.11.02.2004']")!;
        Assert.Contains("Tabuan", link.TextContent);
        var answer = await desk.Http.GetAsync(link.GetAttribute("href"));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        var file = Path.Combine(server.DataFolder, "poster.pdf");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        var facts = await Run("pdfinfo", file);
        Assert.Contains("(A4)", facts);
        Assert.Matches(@"Pages:\s+1\n", facts);
        var words = await Run("pdftotext", file, "-");
        Assert.Contains("Tabuan", words);
        Assert.Contains("112", words);
        await Run("pdftoppm", "-r", "100", "-png", file, file);
        Assert.EndsWith("/lapor/di-hp#desa=63.11.02.2004", (await Run("zbarimg", "-q", "--raw", Directory.GetFiles(server.DataFolder, "poster.pdf-*.png").Single())).Trim());
    }

    [Fact]
    public async Task A_village_of_another_office_has_none_here()
    {
        using var desk = await server.SignedIn(Roles.Operator);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Open("/petugas/poster?handler=Cetak&desa=31.71.01.1001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Open("/petugas/poster?kecamatan=31.71.01")).Status);
    }

    private static async Task<string> Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {said}");
        return said;
    }
}
