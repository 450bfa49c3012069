using System.Text.RegularExpressions;
using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>Older versions, closed or full storage, no cookies.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Phones.Name)]
public sealed partial class OldPhoneTests(PhoneHouse house)
{
    private const string Stored = "version => new Promise((done, fail) => { const a = indexedDB.open('layar', version); a.onupgradeneeded = () => { const db = a.result; db.createObjectStore('reports', { keyPath: 'id' }); db.createObjectStore('photos', { keyPath: 'id' }).createIndex('report', 'report'); if (version > 1) { db.createObjectStore('receipts', { keyPath: 'id' }); db.createObjectStore('esok', { keyPath: 'id' }); } }; a.onerror = () => fail(a.error); a.onsuccess = () => { const t = a.result.transaction('reports', 'readwrite'); t.objectStore('reports').put({ id: '0197a0de-0000-4000-8000-000000000001', state: 'draft', step: 5, createdAt: 1, updatedAt: 1, answers: { Danger: 'no', Whom: 'family', Problem: 'lansia', Landmark: 'rumah kayu', Story: 'dari versi lain' } }); t.oncomplete = () => { a.result.close(); done(); }; }; })";

    // What Chromium does when the disk is full: the whole transaction ends with this error.
    private const string Full = "const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (value) { const change = this.transaction; const asked = put.call(this, value); if (window.penuh) { Object.defineProperty(change, 'error', { value: new DOMException('quota', 'QuotaExceededError') }); change.abort(); } return asked; };";

    [Theory, InlineData(1), InlineData(9)]
    public async Task A_store_of_an_older_or_a_newer_version_keeps_its_drafts(int version)
    {
        await using var phone = await house.Telephone();
        await phone.Opens("/health/live");
        await phone.Runs<object?>(Stored, version);
        await phone.Opens("/lapor/di-hp#draf");
        await phone.Page.Locator("[data-list=drafts] a").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#Story")).ToHaveValueAsync("dari versi lain");
        await phone.Page.Locator("#Story").FillAsync("ditambah sekarang");
        await phone.Page.Locator("button[type=submit]").First.ClickAsync();
        await phone.Shows("Siapa orangnya?");
        Assert.Equal("ditambah sekarang", Assert.Single((await phone.Looks()).Reports).Story);
        Assert.Equal(version == 1 ? 2 : version, await phone.Runs<int>("async () => (await indexedDB.databases()).find(d => d.name === 'layar').version"));
    }

    [Fact]
    public async Task A_worker_of_an_older_version_is_replaced_and_no_draft_is_lost()
    {
        await using var phone = await house.Telephone();
        phone.Line.Rewrite = (path, body) => path == "/sw.js" ? Build().Replace(body, "const BUILD = 'lama'") : body;
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types("draf dari versi lama", photos: 1, seed: 1, until: "orang");
        Assert.Equal(["layar-lama"], await Caches());
        phone.Line.Rewrite = null;
        await phone.Opens("/");
        await phone.Runs<object?>("async () => { const r = await navigator.serviceWorker.getRegistration(); await r.update(); }");
        await phone.Becomes("async () => { const r = await navigator.serviceWorker.getRegistration(); return !!r.waiting || (await caches.keys()).every(k => k !== 'layar-lama'); }");
        await phone.Opens("/");
        await phone.Becomes("async () => (await caches.keys()).every(k => k !== 'layar-lama')");
        Assert.StartsWith("layar-", Assert.Single(await Caches()), StringComparison.Ordinal);
        phone.Line.Down = true;
        await phone.Opens($"/lapor/di-hp#cerita={typed.Id}");
        await Assertions.Expect(phone.Page.Locator("#Story")).ToHaveValueAsync(typed.Story);
        Assert.Equal(typed.Photos, (await phone.Looks()).Photos.Select(p => p.Sha256));

        Task<string[]> Caches() => phone.Runs<string[]>("() => caches.keys()");
    }

    [Fact]
    public async Task A_web_view_that_sends_nothing_in_the_background_sends_by_itself_while_the_page_is_open()
    {
        await using var phone = await house.Telephone(before: "delete window.SyncManager; delete ServiceWorkerRegistration.prototype.sync;");
        await phone.Meets();
        Assert.False(await phone.Runs<bool>("async () => 'SyncManager' in window || 'sync' in await navigator.serviceWorker.ready"));
        phone.Line.Down = true;
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types($"tanpa kirim di belakang {Guid.NewGuid():N}", photos: 1, seed: 41);
        await phone.Shows("Tersimpan di HP ini");
        phone.Line.Down = false;
        // Nobody presses anything, and the browser says nothing of the line.
        await phone.Shows("Laporan diterima");
        await phone.Becomes("() => new Promise(done => { const a = indexedDB.open('layar'); a.onsuccess = () => { const b = a.result.transaction('photos').objectStore('photos').count(); b.onsuccess = () => { a.result.close(); done(b.result === 0); }; }; })");
        Assert.Equal([typed.Id], await house.Server.ReportsWith(typed.Story));
        Assert.Equal(typed.Photos, (await house.Server.PhotosOf(typed.Id)).Select(p => p.Value));
    }

    [Fact]
    public async Task Where_storage_is_blocked_the_pages_of_the_server_ask_the_same()
    {
        await using var phone = await house.Telephone(before: "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError'); };");
        await phone.Opens("/lapor/di-hp");
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex("/lapor$"));
        await phone.Page.Locator("label[for=Danger-2]").ClickAsync();
        await phone.Page.Locator("main form.form button[type=submit]").First.ClickAsync();
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex("/lapor/untuk$"));
        await phone.Shows("Untuk siapa laporan ini?");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Without_cookies_the_phone_sends_all_the_same_or_the_page_says_what_to_allow(bool keeps)
    {
        await using var phone = await house.Telephone(before: keeps ? null : "delete Navigator.prototype.serviceWorker; delete window.indexedDB; delete Window.prototype.indexedDB;");
        phone.Line.WithoutCookies = true;
        if (keeps)
        {
            await phone.Meets();
            await phone.Opens("/lapor/di-hp");
            await phone.Types("tanpa kuki", photos: 0, seed: 1);
            await phone.Shows("Laporan diterima");
            return;
        }
        await phone.Opens("/lapor");
        await phone.Page.Locator("label[for=Danger-2]").ClickAsync();
        await phone.Page.Locator("main form.form button[type=submit]").First.ClickAsync();
        await phone.Shows("Izinkan kuki untuk situs ini");
    }

    [Fact]
    public async Task A_full_phone_says_so_and_the_report_still_goes_out()
    {
        await using var phone = await house.Telephone(before: Full);
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types("hampir penuh", photos: 0, seed: 1, until: "kontak");
        await phone.Opens($"/lapor/di-hp#foto={typed.Id}");
        var picture = await phone.Pictures(64, 64);
        await phone.Runs<object?>("() => { window.penuh = true; }");
        await phone.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = picture });
        await phone.Shows("Penyimpanan HP penuh");
        await phone.Runs<object?>("id => { location.hash = 'periksa=' + id; }", typed.Id);
        await phone.Page.Locator("form[data-step=periksa] button[type=submit]").First.ClickAsync();
        await phone.Shows("Laporan diterima");
        Assert.Equal([typed.Id], await house.Server.ReportsWith("hampir penuh"));
    }

    [Fact]
    public async Task A_quick_exit_leaves_nothing_of_the_draft()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        await phone.Types("kekerasan", photos: 1, seed: 1, until: "lokasi");
        await phone.Runs<object?>("id => { location.hash = 'masalah=' + id; }", phone.Page.Url.Split('=')[^1]);
        await phone.Page.Locator("input[name=Problem][value=kekerasan] + label").ClickAsync();
        await phone.Page.Locator("button[type=submit]").First.ClickAsync();
        phone.Line.Down = true;
        await phone.Page.Locator("[data-quick-exit]").ClickAsync();
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex("/cuaca$"), new() { Timeout = 60_000 });
        await phone.Opens("/lapor/di-hp#draf");
        var kept = await phone.Looks();
        Assert.Equal(0, kept.Reports.Count + kept.Photos.Count);
    }

    [GeneratedRegex("const BUILD = '[0-9a-f]+'")]
    private static partial Regex Build();
}
