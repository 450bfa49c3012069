using System.Text.RegularExpressions;
using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>Older versions, closed or full storage, photos that a telephone cannot read, and what other apps share.</summary>
[Trait("Kind", "journey"), Collection(Phones.Name)]
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
    public async Task Where_storage_is_blocked_the_pages_of_the_server_ask_the_same()
    {
        await using var phone = await house.Telephone(before: "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError'); };");
        await phone.Opens("/lapor/di-hp");
        await phone.Page.WaitForURLAsync("**/lapor");
        await phone.Page.Locator("label[for=Danger-2]").ClickAsync();
        await phone.Page.Locator("main form.form button[type=submit]").First.ClickAsync();
        await phone.Page.WaitForURLAsync("**/lapor/untuk");
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
        var picture = await Picture(phone, 64, 64);
        await phone.Runs<object?>("() => { window.penuh = true; }");
        await phone.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = picture });
        await phone.Shows("Penyimpanan HP penuh");
        await phone.Runs<object?>("id => { location.hash = 'periksa=' + id; }", typed.Id);
        await phone.Page.Locator("form[data-step=periksa] button[type=submit]").First.ClickAsync();
        await phone.Shows("Laporan diterima");
        Assert.Equal([typed.Id], await house.Server.ReportsWith("hampir penuh"));
    }

    [Fact]
    public async Task Photos_are_made_small_and_those_of_an_iPhone_get_a_way_on()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types("foto besar", photos: 0, seed: 1, until: "lokasi");
        await phone.Opens($"/lapor/di-hp#foto={typed.Id}");
        var input = phone.Page.Locator("input[type=file]");
        await input.SetInputFilesAsync(new FilePayload { Name = "IMG_0001.HEIC", MimeType = "image/heic", Buffer = [.. "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"u8.ToArray(), .. new byte[500]] });
        await Assertions.Expect(phone.Page.Locator(".file-note")).ToContainTextAsync("tangkapan layar");
        await phone.Runs<object?>("""
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 8000, height: 5000 });
              const pen = canvas.getContext('2d');
              for (let i = 0; i < 4000; i++) { pen.fillStyle = `hsl(${i % 360},70%,${20 + i % 60}%)`; pen.fillRect((i * 997) % 8000, (i * 641) % 5000, 400, 300); }
              const transfer = new DataTransfer();
              transfer.items.add(new File([await new Promise((r) => canvas.toBlob(r, 'image/jpeg', 0.98))], 'besar.jpg', { type: 'image/jpeg' }));
              const input = document.querySelector('input[type=file]');
              input.files = transfer.files;
              input.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """);
        await Assertions.Expect(phone.Page.Locator(".photo")).ToHaveCountAsync(1, new() { Timeout = 120_000 });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await phone.Looks()).Photos.Count == 0) await Task.Delay(50, patience.Token);
        Assert.InRange(Assert.Single((await phone.Looks()).Photos).Bytes, 1, 400 * 1024);
        Assert.InRange(await phone.Runs<int>("async () => { const db = await new Promise(r => { const a = indexedDB.open('layar'); a.onsuccess = () => r(a.result); }); const p = await new Promise(r => { const a = db.transaction('photos').objectStore('photos').getAll(); a.onsuccess = () => r(a.result); }); db.close(); const b = await createImageBitmap(p[0].blob); return Math.max(b.width, b.height); }"), 400, 1280);
    }

    [Fact]
    public async Task What_another_app_shares_becomes_a_draft_without_signal()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        phone.Line.Down = true;
        var picture = await Picture(phone, 200, 100);
        await phone.Runs<object?>("""
            (bytes) => {
              const form = Object.assign(document.createElement('form'), { method: 'post', action: '/lapor/bagikan', enctype: 'multipart/form-data' });
              const add = (name, value) => form.append(Object.assign(document.createElement('input'), { name, value }));
              add('teks', 'Tolong nenek ini');
              add('tautan', 'https://maps.google.com/?q=-2.301234,115.601234');
              const transfer = new DataTransfer();
              transfer.items.add(new File([new Uint8Array(bytes)], 'wa.jpg', { type: 'image/jpeg' }));
              const file = Object.assign(document.createElement('input'), { type: 'file', name: 'foto' });
              form.append(file);
              file.files = transfer.files;
              document.body.append(form);
              form.submit();
            }
            """, picture.Select(b => (int)b).ToArray());
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex("/lapor/di-hp#bahaya="), new() { Timeout = 30_000 });
        var id = phone.Page.Url.Split('=')[^1];
        await phone.Opens($"/lapor/di-hp#cerita={id}");
        await Assertions.Expect(phone.Page.Locator("#Story")).ToHaveValueAsync(new Regex("^Tolong nenek ini"));
        await phone.Opens($"/lapor/di-hp#lokasi={id}");
        await Assertions.Expect(phone.Page.Locator("[name=Lat]")).ToHaveValueAsync("-2.301234");
        await phone.Opens($"/lapor/di-hp#foto={id}");
        await Assertions.Expect(phone.Page.Locator(".photo")).ToHaveCountAsync(1);
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
        await phone.Page.WaitForURLAsync("**/cuaca");
        await phone.Opens("/lapor/di-hp#draf");
        var kept = await phone.Looks();
        Assert.Equal(0, kept.Reports.Count + kept.Photos.Count);
    }

    private static async Task<byte[]> Picture(Telephone phone, int width, int height) =>
        await phone.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 60, Clip = new() { Width = width, Height = height } });

    [GeneratedRegex("const BUILD = '[0-9a-f]+'")]
    private static partial Regex Build();
}
