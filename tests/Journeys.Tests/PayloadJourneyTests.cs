using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;

namespace Layar.Journeys.Tests;

/// <summary>Words that are programs, in a real browser with scripts on: none runs, the policy has nothing to report, the console stays silent.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Faces.Name)]
public sealed class PayloadJourneyTests(JourneyHouse house)
{
    private const string Evil = "<script>window.kena=1</script><img src=x onerror=window.kena=1><svg onload=window.kena=1>\"'><a href=javascript:window.kena=1>tanda-uji</a>";

    [Fact]
    public async Task Nothing_that_was_typed_runs_on_the_pages_that_show_it()
    {
        using var http = new HttpClient { BaseAddress = house.Server.Address };
        var answer = await http.PostAsJsonAsync("/api/laporan", new
        {
            reportId = Guid.CreateVersion7(), @for = "neighbour", problem = "lansia", story = Evil, landmark = Evil, areaCode = "63.11.02.2004", secrecy = "open",
            person = new { name = Evil[..90], ageGroup = "elderly", sex = "P" }, contact = new { channel = "whatsapp", value = "0812 3456 7890" },
        });
        answer.EnsureSuccessStatusCode();
        var sent = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        await using (var citizen = await house.Citizen(scripts: true))
            foreach (var path in (string[])[(string)sent["link"]!, "/lacak?kode=" + Uri.EscapeDataString(Evil)]) await Silent(citizen, path);
        await using var manager = await house.Officer(Roles.Manager);
        var file = $"/petugas/kasus/{(string)sent["code"]!}";
        await Silent(manager, file);
        var person = (await manager.Page.Locator("main a[href^='/petugas/warga/']").First.GetAttributeAsync("href"))!;
        foreach (var path in (string[])["/petugas/antrean", "/petugas/kasus", "/petugas/cari?q=tanda-uji", file + "/periksa", file + "/data", file + "/gabung", person, person + "/data", "/petugas/warga?q=" + Uri.EscapeDataString(Evil)])
            await Silent(manager, path);
        house.NobodyComplained(except: "/lacak?kode=");
    }

    private static async Task Silent(Person somebody, string path)
    {
        var alarmed = false;
        void Heard(object? sender, Microsoft.Playwright.IDialog dialog) => alarmed = true;
        somebody.Page.Dialog += Heard;
        await somebody.Page.AddInitScriptAsync("window.kena = 0; window.pelanggaran = []; document.addEventListener('securitypolicyviolation', e => window.pelanggaran.push(e.violatedDirective + ' ' + e.blockedURI));");
        await somebody.Go(path);
        Assert.Equal(0, await somebody.Page.EvaluateAsync<int>("() => window.kena"));
        Assert.Empty(await somebody.Page.EvaluateAsync<string[]>("() => window.pelanggaran"));
        Assert.False(alarmed, path);
        somebody.Page.Dialog -= Heard;
    }
}
