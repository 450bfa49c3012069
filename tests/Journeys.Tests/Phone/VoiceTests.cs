using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>Somebody who would rather speak than type.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Phones.Name)]
public sealed class VoiceTests(PhoneHouse house)
{
    [Fact]
    public async Task A_story_is_told_without_signal_and_arrives_byte_by_byte_when_it_returns()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Becomes("async () => !!(await caches.match('/lapor/di-hp')) && (await (await caches.open((await caches.keys()).find(k => k.startsWith('layar-')))).keys()).some(r => r.url.includes('voice-note'))");
        phone.Line.Down = true;
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types("", photos: 1, seed: 31, voice: true);
        Assert.NotNull(typed.Voice);
        await phone.Shows("Tersimpan di HP ini");
        Assert.Null(await house.Server.CodeOf(typed.Id));
        Assert.InRange((await phone.Looks()).Photos.Single(p => p.Seq == 0).Bytes, 1, 120 * 1024);
        phone.Line.Down = false;
        await phone.SendsAll();
        Assert.NotNull(await house.Server.CodeOf(typed.Id));
        Assert.Equal(typed.Voice, await house.Server.VoiceOf(typed.Id));
        Assert.Equal(typed.Photos, (await house.Server.PhotosOf(typed.Id)).Select(p => p.Value));
        Assert.Empty((await phone.Looks()).Photos);
    }

    [Fact]
    public async Task What_was_recorded_is_there_again_after_the_tab_was_killed_and_can_be_deleted()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types("", photos: 0, seed: 32, until: "kontak", voice: true);
        await phone.Dies();
        await phone.Opens($"/lapor/di-hp#cerita={typed.Id}");
        await Assertions.Expect(phone.Page.Locator("[data-voice] audio")).ToBeVisibleAsync();
        var faults = await phone.Page.Faults(1280, 360);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        await phone.Becomes("() => document.querySelector('[data-voice] audio').readyState > 0 || (document.querySelector('[data-voice] audio').load(), false)");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Hapus suara" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-voice] [role=status]")).ToHaveTextAsync("Suara dihapus");
        Assert.Empty((await phone.Looks()).Photos);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjut", Exact = true }).ClickAsync();
        await phone.Shows("Ceritakan keadaannya, atau tambahkan foto atau suara");
    }

    [Fact]
    public async Task Going_on_ends_a_recording_and_keeps_it()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types("sambil merekam", photos: 0, seed: 33, until: "kontak");
        await phone.Opens($"/lapor/di-hp#cerita={typed.Id}");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Rekam suara" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-voice] [role=timer]")).ToContainTextAsync("0:01");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjut", Exact = true }).ClickAsync();
        await phone.Shows("Siapa orangnya?");
        Assert.Equal(0, Assert.Single((await phone.Looks()).Photos).Seq);
    }

    [Fact]
    public async Task Without_a_microphone_the_story_is_typed()
    {
        await using var phone = await house.Telephone(before: "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));");
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var typed = await phone.Types("ditulis saja", photos: 0, seed: 34, until: "kontak");
        await phone.Opens($"/lapor/di-hp#cerita={typed.Id}");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Rekam suara" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-voice] [role=status]")).ToContainTextAsync("Mikrofon tidak diizinkan");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjut", Exact = true }).ClickAsync();
        await phone.Shows("Siapa orangnya?");
    }

    [Fact]
    public async Task A_voice_note_shared_from_another_app_lies_in_a_draft_without_signal()
    {
        await using var phone = await house.Telephone();
        await phone.Meets();
        phone.Line.Down = true;
        var place = await phone.Runs<string>("async bytes => { const form = new FormData(); form.append('teks', 'Tolong didengar'); form.append('suara', new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'PTT-1.opus', { type: 'audio/ogg' })); const answer = await fetch('/lapor/bagikan', { method: 'POST', body: form, redirect: 'manual' }).catch(e => e); return String(answer.type); }",
            Convert.ToBase64String(Testing.Invented.Recording.Ogg()));
        Assert.Equal("opaqueredirect", place);
        var kept = await phone.Looks();
        Assert.Equal("Tolong didengar", Assert.Single(kept.Reports).Story);
        Assert.Equal(0, Assert.Single(kept.Photos).Seq);
        await phone.Opens($"/lapor/di-hp#cerita={kept.Reports[0].Id}");
        await Assertions.Expect(phone.Page.Locator("[data-voice] audio")).ToBeVisibleAsync();
    }
}
