using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>Photos that are too large or cannot be read, and what other apps share.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Phones.Name)]
public sealed class PhotoTests(PhoneHouse house)
{
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
        var picture = await phone.Pictures(200, 100);
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
}
