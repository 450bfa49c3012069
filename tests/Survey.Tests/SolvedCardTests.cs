using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Cases.Contracts;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Survey.Tests;

/// <summary>The reporter is asked on the page of the report, where nothing but the link is needed.</summary>
[Trait("Kind", "page"), Collection(SurveyHouse.Name)]
public sealed class SolvedCardTests(StaffServer server)
{
    [Fact]
    public async Task Belum_opens_the_report_again_with_one_press()
    {
        using var visitor = server.Visitor();
        var page = await visitor.Open(await ClosedReport(visitor));
        Assert.Contains("Sudah teratasi?", page.Text, StringComparison.Ordinal);
        var then = await (await page.Form("Belum").Press("Belum")).Follow();
        Assert.Contains("Laporan dibuka lagi", then.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sudah teratasi?", then.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ya_is_noted_once_and_a_second_press_of_an_old_page_says_so()
    {
        using var visitor = server.Visitor();
        var page = await visitor.Open(await ClosedReport(visitor));
        var then = await (await page.Form("Sebagian").Press("Ya")).Follow();
        Assert.Contains("sudah kami catat", then.Text, StringComparison.Ordinal);
        Assert.Contains("sudah dijawab", (await (await page.Form("Sebagian").Press("Ya")).Follow()).Text, StringComparison.Ordinal);
    }

    private async Task<string> ClosedReport(Visitor visitor)
    {
        var answer = await visitor.Http.PostAsJsonAsync("/api/laporan", new
        {
            reportId = Guid.CreateVersion7(), @for = "neighbour", problem = "lansia", story = "Nenek tinggal sendiri.", areaCode = "63.11.02.2004", secrecy = "open",
        });
        var sent = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var number = (string)sent["code"]!;
        var summary = await server.Within(s => s.GetRequiredService<ICases>().FindFor(number, Given.Manager, CancellationToken.None));
        await server.Complete(summary!.Id);
        await server.Link(summary.Id);
        return (string)sent["link"]!;
    }
}
