using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Kernel.Time;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>The supervisor in the field: takes the day along, fills without a signal, comes back; and a phone that was stolen.</summary>
[Trait("Kind", "journey"), Collection(Faces.Name)]
public sealed class FieldJourneyTests(JourneyHouse house) : IDisposable
{
    private const string Code = "kopi-2026";
    private const string Canary = "Aminah Lapangan";

    /// <summary>A phone without a signal says so to its console; anything else is a fault.</summary>
    public void Dispose() => house.NobodyComplained("net::ERR_INTERNET_DISCONNECTED");

    /// <summary>A visit of the supervisor within the working day of the house, whose clock is not ours.</summary>
    private async Task<OpenedCase> Planned()
    {
        var opened = await house.Server.Case(new WantedCase { Step = CaseStep.VisitPlanning, Person = new() { Name = Canary, Sex = "P", EstimatedAge = 74, Rt = "02" } });
        var now = await house.Server.Within(s => Task.FromResult(s.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        var from = Wita.Local(now).AddHours(1);
        using var desk = await house.Server.SignedIn(Roles.Supervisor);
        var form = (await desk.Open(opened.Path + "/kunjungan")).Form("Jadwalkan kunjungan").Set("Day", from.ToString("yyyy-MM-dd")).Set("Sure", "true");
        await form.Set("From", from.ToString("HH:mm")).Set("To", from.AddHours(1).ToString("HH:mm")).Press("Jadwalkan kunjungan");
        return opened;
    }

    private static async Task TakesAlong(Person officer)
    {
        await officer.Go("/petugas/lapangan");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "Siapkan untuk dibawa" }).ClickAsync();
        await officer.Page.Locator("#code").FillAsync(Code);
        await officer.Page.Locator("#again").FillAsync(Code);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Siapkan untuk dibawa" }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Heading, new() { Name = "Kunjungan yang dibawa" }).WaitForAsync();
        await officer.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(r => setTimeout(r, 50)); }");
    }

    private static async Task Opens(Person officer, string code = Code)
    {
        await officer.Page.GotoAsync("about:blank");
        await officer.Page.GotoAsync("/lapangan");
        await officer.Page.GetByRole(AriaRole.Heading, new() { Name = "Buka kunjungan" }).WaitForAsync();
        await officer.Page.Locator("#code").FillAsync(code);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Buka", Exact = true }).ClickAsync();
    }

    private static Task Sees(Person officer, string words) => Assertions.Expect(officer.Page.Locator("body")).ToContainTextAsync(words, new() { Timeout = 30_000 });

    /// <summary>In the list of the day, where visits of other tests may stand too.</summary>
    private static Task Stands(Person officer, OpenedCase visit, string state) =>
        Assertions.Expect(officer.Page.Locator("[data-visits] li").Filter(new() { HasText = visit.Number })).ToContainTextAsync(state, new() { Timeout = 30_000 });

    /// <summary>Everything that lies on the phone, as text.</summary>
    private static Task<string> Lies(Person officer) => officer.Page.EvaluateAsync<string>("""
        async () => {
          const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
          const loud = (value) => texts.push(JSON.stringify(value, (k, v) => (v instanceof ArrayBuffer || ArrayBuffer.isView(v) ? new TextDecoder().decode(v) : v)));
          for (const { name } of await indexedDB.databases()) {
            const db = await new Promise((done) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); });
            for (const store of db.objectStoreNames) await new Promise((done) => { const asked = db.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => { loud(asked.result); done(); }; });
            db.close();
          }
          for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) texts.push(await (await (await caches.open(name)).match(request)).text());
          return texts.join('\n');
        }
        """);

    [Fact]
    public async Task The_day_is_taken_along_filled_without_a_signal_and_sent_when_it_returns()
    {
        var opened = await Planned();
        await using var officer = await house.Officer(Roles.Supervisor, 360);
        await TakesAlong(officer);
        await Sees(officer, opened.Number);
        List<string> faults = [.. await officer.Faults(360, 1280)];

        await officer.Page.Context.SetOfflineAsync(true);
        await Opens(officer);
        await Sees(officer, "Tanpa sinyal");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = Canary }).First.ClickAsync();
        await officer.Page.GotoAsync($"/lapangan#{opened.Number}=kunjungan");
        await officer.Page.Locator("label[for=q-ditemui]").ClickAsync();
        await officer.Page.Locator("[name=q-pemberi-keterangan]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan draf" }).ClickAsync();
        await Sees(officer, "1 kunjungan menunggu dikirim");
        faults.AddRange(await officer.Faults(360, 1280));
        var lies = await Lies(officer);
        Assert.DoesNotContain(Canary, lies);
        Assert.DoesNotContain(opened.Number, lies);
        await officer.Page.EvaluateAsync("() => { location.hash = ''; }");
        await Stands(officer, opened, "Tersimpan di HP");

        await officer.Page.Context.SetOfflineAsync(false);
        await Stands(officer, opened, "Terkirim");
        await officer.Go(opened.Path + "/kunjungan/riwayat");
        await officer.Sees("dari HP");
        faults.AddRange(await officer.Faults(360, 1280));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task A_conflict_shows_yours_theirs_and_before_and_a_person_settles_it()
    {
        var opened = await Planned();
        await using var officer = await house.Officer(Roles.Supervisor, 360);
        await TakesAlong(officer);
        using var desk = await house.Server.SignedIn(Roles.Supervisor);
        await (await desk.Open(opened.Path + "/kunjungan/isi?grup=kunjungan")).Form("Simpan draf").Set("q-ditemui", "tidak").Press("Simpan draf");
        await officer.Page.GotoAsync($"/lapangan#{opened.Number}=kunjungan");
        await officer.Page.Locator("label[for=q-ditemui]").ClickAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan draf" }).ClickAsync();
        await officer.Page.EvaluateAsync("() => { location.hash = ''; }");
        await Stands(officer, opened, "Bentrok");
        await officer.Page.EvaluateAsync($"() => {{ location.hash = '{opened.Number}=kunjungan'; }}");
        await Sees(officer, "Tersimpan di kantor");
        var faults = await officer.Faults(360, 1280);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Pakai isian saya" }).ClickAsync();
        await officer.Page.EvaluateAsync("() => { location.hash = ''; }");
        await Stands(officer, opened, "Terkirim");
        Assert.Contains("Ya", (await desk.Open(opened.Path + "/kunjungan/riwayat")).Text);
        Assert.DoesNotContain("menunggu keputusan", (await desk.Open(opened.Path + "/kunjungan")).Text);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task A_visit_is_ended_without_a_signal_and_goes_on_when_it_returns()
    {
        var opened = await Planned();
        await using var officer = await house.Officer(Roles.Supervisor, 360);
        await TakesAlong(officer);
        await officer.Page.Context.SetOfflineAsync(true);
        Task Goes(string group) => officer.Page.EvaluateAsync($"() => {{ location.hash = '{opened.Number}={group}'; }}");
        Task Chooses(string question, string value) => officer.Page.Locator($"input[name=q-{question}][value={value}]").EvaluateAsync("e => e.click()");
        await Goes("kunjungan");
        await Chooses("ditemui", "tidak");
        await Chooses("sebab-tidak-bertemu", "pindah");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan draf" }).ClickAsync();
        await Sees(officer, "Draf tersimpan di HP ini");
        await Goes("kebutuhan");
        await Chooses("saran-petugas", "ulang");
        await officer.Page.Locator("#q-alasan-saran").FillAsync("Sudah pindah ke Paringin");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjut" }).ClickAsync();
        await Sees(officer, "Semua pertanyaan terjawab");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan hasil kunjungan" }).ClickAsync();
        await Sees(officer, "Tulis laporan kunjungan.");
        await officer.Page.GetByLabel("Laporan kunjungan").FillAsync("Rumah kosong, tetangga memberi alamat baru");
        var faults = await officer.Faults(360, 1280);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan hasil kunjungan" }).ClickAsync();
        await Stands(officer, opened, "Tersimpan di HP");
        await Opens(officer);
        await Stands(officer, opened, "Tersimpan di HP");
        Assert.Equal(CaseStep.VisitScheduled, (await house.Server.Look(opened)).Step);

        await officer.Page.Context.SetOfflineAsync(false);
        await Stands(officer, opened, "Hasil tersimpan di kantor");
        Assert.Equal(CaseStep.ManagerReview, (await house.Server.Look(opened)).Step);
        await officer.Go(opened.Path);
        await officer.Sees("Rumah kosong, tetangga memberi alamat baru");
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task A_phone_that_the_office_revoked_holds_nothing_after_its_next_start()
    {
        await Planned();
        await using var officer = await house.Officer(Roles.Supervisor, 360);
        await TakesAlong(officer);
        var device = await officer.Page.EvaluateAsync<string>("() => new Promise((done) => { const asked = indexedDB.open('lapangan'); asked.onsuccess = () => { const got = asked.result.transaction('box').objectStore('box').get('key'); got.onsuccess = () => done(got.result.device); }; })");
        using var admin = await house.Server.SignedIn(Roles.Administrator);
        var page = await admin.Open($"/petugas/pengaturan/pegawai/{await house.Server.StaffIdOf(Roles.Supervisor)}");
        var token = page.Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
        await admin.Send($"/petugas/pengaturan/pegawai/{await house.Server.StaffIdOf(Roles.Supervisor)}?handler=Revoke", new FormUrlEncodedContent([new("_t", token), new("device", device)]));
        await officer.Page.GotoAsync("about:blank");
        await officer.Page.GotoAsync("/lapangan");
        await Sees(officer, "dicabut oleh kantor");
        Assert.Equal(0, await officer.Page.EvaluateAsync<int>("() => new Promise((done) => { const asked = indexedDB.open('lapangan'); asked.onsuccess = () => { const got = asked.result.transaction('box').objectStore('box').count(); got.onsuccess = () => done(got.result); }; })"));
    }

    [Fact]
    public async Task A_photo_taken_without_a_signal_lies_sealed_and_follows_with_its_place()
    {
        var opened = await Planned();
        await using var officer = await house.Officer(Roles.Supervisor, 360);
        await officer.Page.Context.GrantPermissionsAsync(["geolocation"]);
        await officer.Page.Context.SetGeolocationAsync(new() { Latitude = -2.2f, Longitude = 115.6f, Accuracy = 9 });
        await officer.Page.AddInitScriptAsync("Object.defineProperty(navigator, 'connection', { value: { effectiveType: '2g' } })");
        var pieces = 0;
        officer.Page.Request += (_, request) => { if (request.Method == "POST" && request.Url.EndsWith("/petugas/lapangan/foto", StringComparison.Ordinal)) pieces++; };
        using var desk = await house.Server.SignedIn(Roles.Supervisor);
        var form = $"{opened.Path}/kunjungan/isi?grup=";
        await (await desk.Open(form + "kunjungan")).Form("Simpan draf").Set("q-ditemui", "ya").Press("Simpan draf");
        await (await desk.Open(form + "kunjungan")).Form("Simpan draf").Set("q-setuju-dikunjungi", "ya").Press("Simpan draf");
        await (await desk.Open(form + "keluarga")).Form("Simpan draf").Set("q-bertempat-tinggal", "ya").Press("Simpan draf");
        await TakesAlong(officer);
        await officer.Page.Context.SetOfflineAsync(true);
        await officer.Page.EvaluateAsync($"() => {{ location.hash = '{opened.Number}=rumah'; }}");
        await officer.Page.EvaluateAsync("""
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 900 });
              const pen = canvas.getContext('2d');
              for (let at = 0; at < 6000; at++) { pen.fillStyle = `hsl(${(at * 67) % 360} 80% 50%)`; pen.fillRect((at * 137) % 1600, (at * 89) % 900, 30, 20); }
              const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
              while (!document.getElementById('q-foto-depan')) await new Promise((done) => setTimeout(done, 50));
              const chosen = new DataTransfer();
              chosen.items.add(new File([blob], 'a.png', { type: 'image/png' }));
              const input = document.getElementById('q-foto-depan');
              input.files = chosen.files;
              input.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """);
        await Sees(officer, "1 foto, 0 terkirim");
        var faults = await officer.Faults(360, 1280);
        await officer.Page.Context.SetOfflineAsync(false);
        await officer.Page.EvaluateAsync("() => { location.hash = ''; }");
        await Stands(officer, opened, "Terkirim");
        Assert.InRange(pieces, 2, 12);
        Assert.Contains("/berkas/", (await desk.Open(form + "rumah")).Document.QuerySelector(".photo img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task Five_wrong_codes_erase_what_the_phone_carries()
    {
        await Planned();
        await using var officer = await house.Officer(Roles.Supervisor, 360);
        await TakesAlong(officer);
        await Opens(officer, "salah-1");
        await Sees(officer, "Sisa 4 kali");
        for (var left = 3; left >= 0; left--)
        {
            await officer.Page.Locator("#code").FillAsync($"salah-{left}");
            await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Buka", Exact = true }).ClickAsync();
            await Sees(officer, left > 0 ? $"Sisa {left} kali" : "Kode salah terlalu sering");
        }
    }
}
