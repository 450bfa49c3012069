using System.Diagnostics;
using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>An officer of a village who writes down the reports of many people in a place without signal.</summary>
[Trait("Kind", "journey"), Collection(Phones.Name)]
public sealed class HelperTests(PhoneHouse house)
{
    private const int People = 5;

    [Fact]
    public async Task Five_reports_are_written_without_signal_and_one_press_sends_each_of_them_once()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Becomes("async () => !!(await caches.match('/lapor/di-hp/laci'))");
        phone.Line.Down = true;
        await phone.Opens("/lapor/di-hp#petugas");
        await phone.Page.FillAsync("#Own", "0812 7000 1234");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan nomor" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-own]")).ToBeHiddenAsync();
        var ids = new List<string>();
        for (var person = 1; person <= People; person++) ids.Add((await Writes(phone, $"warga {person} {mark}")).Id);
        // The sixth is not finished and stays.
        await phone.Opens("/lapor/di-hp#bantu");
        await phone.Page.Locator("label[for=Danger-2]").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjut", Exact = true }).ClickAsync();
        await phone.Shows("Untuk siapa laporan ini?");
        await phone.Opens("/lapor/di-hp#petugas");
        await Assertions.Expect(phone.Page.Locator("[data-drafts] li")).ToHaveCountAsync(People + 1);
        await Assertions.Expect(phone.Page.Locator("[data-drafts] li").Last).ToContainTextAsync("Belum: ");
        List<string> faults = [.. await phone.Page.Faults(1280, 360)];
        Assert.Empty(await house.Server.ReportsWith(mark));

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = $"Kirim semua yang lengkap ({People})" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-progress]")).ToContainTextAsync($"0 dari {People} terkirim");
        phone.Line.Down = false;
        await phone.Runs<object?>("() => { dispatchEvent(new Event('online')); }");
        await Assertions.Expect(phone.Page.Locator("[data-slips] .card")).ToHaveCountAsync(People, new() { Timeout = 60_000 });
        await Assertions.Expect(phone.Page.Locator("[data-drafts] li")).ToHaveCountAsync(1);
        Assert.Equal(ids.Order(), (await house.Server.ReportsWith(mark)).Order());
        var kept = await phone.Looks();
        Assert.Equal(People, kept.Receipts.Select(r => r.Code).Distinct().Count());
        foreach (var receipt in kept.Receipts) await Assertions.Expect(phone.Page.Locator("[data-slips]")).ToContainTextAsync(receipt.Code);
        await Slips_lead_to_their_reports(phone);
        faults.AddRange(await phone.Page.Faults(1280, 360));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task Nothing_of_one_person_comes_into_the_report_of_the_next_and_two_presses_remove_all()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp#petugas");
        await phone.Page.FillAsync("#Own", "0812 7000 1234");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan nomor" }).ClickAsync();
        phone.Line.Down = true;
        await Writes(phone, $"pertama {mark}");
        await phone.Opens("/lapor/di-hp#bantu");
        await phone.Page.Locator("label[for=Danger-2]").ClickAsync();
        await phone.Becomes("() => new Promise(done => { const a = indexedDB.open('layar'); a.onsuccess = () => { const b = a.result.transaction('reports').objectStore('reports').getAll(); b.onsuccess = () => { a.result.close(); done(b.result.length === 2); }; }; })");
        var fresh = await phone.Runs<string>("() => new Promise(done => { const a = indexedDB.open('layar'); a.onsuccess = () => { const b = a.result.transaction('reports').objectStore('reports').getAll(); b.onsuccess = () => { a.result.close(); done(JSON.stringify(Object.entries(b.result.sort((x, y) => x.createdAt - y.createdAt)[1].answers).filter(([k, v]) => v && k !== 'nanti').map(([k, v]) => `${k}=${v}`).sort())); }; }; })");
        Assert.Equal("""["Channel=whatsapp","Contact=0812 7000 1234","Danger=no","Helper=2","Whom=officer"]""", fresh);
        await phone.Opens("/lapor/di-hp#draf");
        await phone.Page.Locator("[data-all] summary").ClickAsync();
        await phone.Page.Locator("[data-remove-all]").ClickAsync();
        await phone.Shows("Tidak ada yang tersimpan di HP ini");
        await phone.Opens("/lapor/di-hp#petugas");
        await Assertions.Expect(phone.Page.Locator("[data-own]")).ToBeVisibleAsync();
        Assert.Empty((await phone.Looks()).Reports);
    }

    /// <summary>A scanner reads on each slip the address that is written on it, and the printer cuts no slip in two.</summary>
    private static async Task Slips_lead_to_their_reports(Telephone phone)
    {
        var folder = Directory.CreateTempSubdirectory("layar-test-");
        try
        {
            var sheet = Path.Combine(folder.FullName, "bukti.pdf");
            await File.WriteAllBytesAsync(sheet, await phone.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }), TestContext.Current.CancellationToken);
            if (Environment.GetEnvironmentVariable("LAYAR_KEEP") is { } keep) File.Copy(sheet, Path.Combine(keep, "bukti.pdf"), overwrite: true);
            var pages = (await Says("pdftotext", "-layout", sheet, "-")).Split('\f');
            await Says("pdftoppm", "-r", "150", "-png", sheet, Path.Combine(folder.FullName, "bukti"));
            var read = string.Concat(await Task.WhenAll(Directory.GetFiles(folder.FullName, "*.png").Select(p => Says("zbarimg", "--quiet", "--raw", p)))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var slip in await phone.Page.Locator("[data-slips] .card").AllAsync())
            {
                var (code, pin, link) = (await slip.Locator("[data-code]").InnerTextAsync(), await slip.Locator("[data-pin]").InnerTextAsync(), await slip.Locator("[data-link]").InnerTextAsync());
                Assert.Contains(link, read);
                Assert.Single(pages, page => page.Contains(code) && page.Contains(pin));
            }
            Assert.Equal(People, read.Distinct().Count());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Says(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{tool}: {await complaint}");
        return said;
    }

    private static async Task<Typed> Writes(Telephone phone, string story)
    {
        await phone.Opens("/lapor/di-hp#bantu");
        return await phone.Types(story, photos: 0, seed: 50, until: "kontak");
    }
}
