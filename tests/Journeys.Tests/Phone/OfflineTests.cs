using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>Somebody in a village without signal, and what may go wrong with the telephone.</summary>
[Trait("Kind", "journey"), Collection(Phones.Name)]
public sealed class OfflineTests(PhoneHouse house)
{
    private static readonly string Mark = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task After_the_first_page_the_whole_report_is_written_without_signal_and_sends_itself_when_it_returns()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        phone.Line.Down = true;
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Buat laporan" }).ClickAsync();
        var typed = await phone.Types($"tanpa sinyal {Mark}", photos: 2, seed: 1);
        await phone.Shows("Tersimpan di HP ini");
        Assert.Empty(await house.Server.ReportsWith(typed.Story));
        await phone.Dies();
        await phone.Opens("/");
        await Assertions.Expect(phone.Page.Locator("[data-waiting]")).ToContainTextAsync("1 laporan menunggu dikirim");
        await phone.Opens($"/lapor/di-hp#kirim={typed.Id}");
        await phone.Shows("Tersimpan di HP ini");
        phone.Line.Down = false;
        await phone.Runs<object?>("() => { dispatchEvent(new Event('online')); }");
        await phone.Shows("Laporan diterima");
        await phone.SendsAll();
        var kept = await phone.Looks();
        Assert.Equal(typed.Id, Assert.Single(kept.Receipts).Id);
        Assert.Empty(kept.Photos);
        Assert.Equal([typed.Id], await house.Server.ReportsWith(typed.Story));
        Assert.Equal(typed.Photos, (await house.Server.PhotosOf(typed.Id)).OrderBy(p => p.Key).Select(p => p.Value));
        await phone.Opens($"/lapor/di-hp#kirim={typed.Id}");
        await phone.Shows(kept.Receipts[0].Pin);
    }

    [Fact]
    public async Task The_first_page_may_be_the_first_question()
    {
        await using var phone = await house.Telephone();
        await phone.Meets("/lapor");
        await phone.Becomes("async () => !!(await caches.match('/lapor/di-hp'))");
        phone.Line.Down = true;
        await phone.Page.Locator("label[for=Danger-2]").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjut", Exact = true }).ClickAsync();
        await phone.Shows("Untuk siapa laporan ini?");
        Assert.StartsWith("/lapor/di-hp", new Uri(phone.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_a_poster_begins_a_report_in_its_village()
    {
        await using var phone = await house.Telephone();
        await phone.Opens("/lapor/di-hp#desa=63.11.02.2004");
        await phone.Shows("Apakah orang ini dalam bahaya saat ini?");
        await phone.Page.Locator("label[for=Danger-2]").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjut", Exact = true }).ClickAsync();
        await phone.Shows("Untuk siapa laporan ini?");
        await phone.Runs<object?>("id => { location.hash = 'lokasi=' + id; }", phone.Page.Url.Split('=')[^1]);
        await Assertions.Expect(phone.Page.Locator("[name=Area]")).ToHaveValueAsync("63.11.02.2004");
    }

    [Fact]
    public async Task A_killed_tab_gives_back_what_was_typed()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types($"belum selesai {Mark}", photos: 1, seed: 2, until: "kontak");
        await phone.Opens($"/lapor/di-hp#cerita={typed.Id}");
        await phone.Page.FillAsync("#Story", $"lebih panjang {Mark}");
        await phone.Becomes("mark => new Promise(done => { const a = indexedDB.open('layar'); a.onsuccess = () => { const b = a.result.transaction('reports').objectStore('reports').getAll(); b.onsuccess = () => { a.result.close(); done(b.result.some(r => r.answers.Story === 'lebih panjang ' + mark)); }; }; })", Mark);
        await phone.Dies();
        await phone.Opens("/lapor/di-hp#draf");
        await phone.Page.Locator("[data-list=drafts] a").ClickAsync();
        await phone.Opens($"/lapor/di-hp#cerita={typed.Id}");
        await Assertions.Expect(phone.Page.Locator("#Story")).ToHaveValueAsync($"lebih panjang {Mark}");
        await phone.Opens($"/lapor/di-hp#foto={typed.Id}");
        await Assertions.Expect(phone.Page.Locator(".photo")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_photo_that_was_cut_goes_on_where_it_stopped()
    {
        await using var phone = await house.Telephone(before: "Object.defineProperty(navigator, 'connection', { get: () => ({ effectiveType: '2g' }) });");
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var pieces = 0;
        phone.Line.Decide = path => path.StartsWith("/unggah/", StringComparison.Ordinal) && ++pieces % 3 == 0 ? Fault.CutRequest : Fault.None;
        var typed = await phone.Types($"terpotong {Mark}", photos: 3, seed: 3);
        var bytes = (await phone.Looks()).Photos.Sum(p => p.Bytes);
        await phone.SendsAll();
        Assert.Equal(typed.Photos, (await house.Server.PhotosOf(typed.Id)).OrderBy(p => p.Key).Select(p => p.Value));
        Assert.True(pieces > 3);
        Assert.InRange(phone.Line.Sent, 1, bytes * 1.15 + 32 * 1024);
    }

    [Fact]
    public async Task An_upload_that_the_office_no_longer_has_is_begun_anew()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        phone.Line.Decide = path => path.StartsWith("/unggah/", StringComparison.Ordinal) ? Fault.CutRequest : Fault.None;
        var typed = await phone.Types($"terlupa {Mark}", photos: 1, seed: 5);
        await phone.Opens("/lapor/di-hp#draf");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await house.Server.ForgetUploads(typed.Id) == 0) await Task.Delay(100, patience.Token);
        phone.Line.Decide = null;
        await phone.SendsAll();
        Assert.Equal(typed.Photos, (await house.Server.PhotosOf(typed.Id)).Values);
    }

    [Fact]
    public async Task Two_windows_on_one_report_keep_the_answers_of_both_and_send_it_once()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types($"dua jendela {Mark}", photos: 1, seed: 4, until: "kontak");
        var second = await phone.Context.NewPageAsync();
        await second.GotoAsync($"/lapor/di-hp#orang={typed.Id}");
        await Assertions.Expect(second.Locator("[data-twice]")).ToBeVisibleAsync();
        await second.FillAsync("#Name", "Nenek Contoh");
        await second.Locator("button[type=submit]").First.ClickAsync();
        await second.Locator("label[for=Channel-3]").ClickAsync();
        await second.Locator("button[type=submit]").First.ClickAsync();
        await Assertions.Expect(second.Locator("[data-row=Name]")).ToContainTextAsync("Nenek Contoh");
        await second.Locator("button[type=submit]").First.ClickAsync();
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("Laporan diterima");
        await phone.Opens($"/lapor/di-hp#periksa={typed.Id}");
        await phone.Shows("Laporan diterima");
        Assert.Equal([typed.Id], await house.Server.ReportsWith(typed.Story));
    }

    [Fact]
    public async Task A_clock_that_is_wrong_by_years_holds_nothing_back()
    {
        await using var phone = await house.Telephone(before: "if (localStorage.getItem('jam')) { const now = Date.now.bind(Date); Date.now = () => now() + Number(localStorage.getItem('jam')); }");
        await phone.Meets();
        await phone.Runs<object?>("() => localStorage.setItem('jam', 10 * 365 * 86400000)");
        await phone.Opens("/lapor/di-hp");
        phone.Line.Decide = path => path.StartsWith("/api/", StringComparison.Ordinal) ? Fault.BadGateway : Fault.None;
        var typed = await phone.Types($"jam salah {Mark}", photos: 0, seed: 5);
        await phone.Shows("Belum berhasil terkirim");
        phone.Line.Decide = null;
        await phone.Runs<object?>("() => localStorage.setItem('jam', -20 * 365 * 86400000)");
        await phone.Opens($"/lapor/di-hp#kirim={typed.Id}");
        await phone.Shows("Laporan diterima");
    }

    [Fact]
    public async Task Who_opens_the_app_again_need_not_wait_for_the_next_try()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        phone.Line.Decide = path => path.StartsWith("/api/", StringComparison.Ordinal) ? Fault.BadGateway : Fault.None;
        var typed = await phone.Types($"dibuka lagi {Mark}", photos: 0, seed: 8);
        await phone.Shows("Belum berhasil terkirim");
        // As after many tries by itself: the last one a minute ago, the next one far away.
        await phone.Runs<object?>("id => navigator.locks.request('layar-kirim', () => new Promise(done => { const a = indexedDB.open('layar'); a.onsuccess = () => { const t = a.result.transaction('reports', 'readwrite'); const s = t.objectStore('reports'); s.get(id).onsuccess = (e) => { const r = e.target.result; r.triedAt = Date.now() - 60000; r.nextTryAt = Date.now() + 900000; s.put(r); }; t.oncomplete = () => { a.result.close(); done(); }; }; }))", typed.Id);
        phone.Line.Decide = null;
        await phone.Opens("/");
        await phone.Becomes("id => new Promise(done => { const a = indexedDB.open('layar'); a.onsuccess = () => { const q = a.result.transaction('receipts').objectStore('receipts').get(id); q.onsuccess = () => { a.result.close(); done(!!q.result); }; }; })", typed.Id);
        Assert.Equal([typed.Id], await house.Server.ReportsWith(typed.Story));
    }

    [Fact]
    public async Task What_the_office_refuses_can_be_mended_and_keeps_every_answer()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        phone.Line.Down = true;
        var typed = await phone.Types($"ditolak {Mark}", photos: 1, seed: 6);
        // No try that has read the good answers may still be on its way.
        await phone.Runs<object?>("id => navigator.locks.request('layar-kirim', () => new Promise(done => { const a = indexedDB.open('layar'); a.onsuccess = () => { const t = a.result.transaction('reports', 'readwrite'); const s = t.objectStore('reports'); s.get(id).onsuccess = (e) => { const r = e.target.result; r.payload.problem = 'tidak-ada'; s.put(r); }; t.oncomplete = () => { a.result.close(); done(); }; }; }))", typed.Id);
        phone.Line.Down = false;
        await phone.Runs<object?>("() => { dispatchEvent(new Event('online')); }");
        await phone.Shows("Laporan belum diterima");
        await phone.Page.Locator("[data-mend]").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-row=Story]")).ToContainTextAsync(typed.Story);
        await phone.Page.Locator("button[type=submit]").First.ClickAsync();
        await phone.Shows("Laporan diterima");
        await phone.SendsAll();
        Assert.Equal(typed.Photos, (await house.Server.PhotosOf(typed.Id)).Select(p => p.Value));
    }

    [Fact]
    public async Task Everything_is_gone_from_a_shared_phone_with_two_presses()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        await phone.Types($"terkirim {Mark}", photos: 0, seed: 7);
        await phone.Shows("Laporan diterima");
        await phone.Opens("/lapor/di-hp");
        await phone.Types($"draf {Mark}", photos: 1, seed: 8, until: "orang");
        await phone.Opens("/lapor/di-hp#draf");
        await phone.Page.Locator("[data-all] summary").ClickAsync();
        await phone.Page.Locator("[data-remove-all]").ClickAsync();
        await phone.Shows("Tidak ada yang tersimpan di HP ini");
        var kept = await phone.Looks();
        Assert.Equal(0, kept.Reports.Count + kept.Receipts.Count + kept.Photos.Count);
    }
}
