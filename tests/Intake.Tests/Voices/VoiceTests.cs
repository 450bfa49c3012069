using System.Net;
using System.Text;
using Layar.Identity.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Tests.Reporting;
using Layar.Intake.Tests.Uploads;
using Layar.Intake.Voices;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Voices;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class VoiceTests(IntakeServer server)
{
    [Fact]
    public async Task A_voice_note_alone_is_a_report_and_its_sound_follows_in_pieces_byte_by_byte()
    {
        using var sender = await Sender.Reported(server, photos: 0, voice: true);
        var sound = Recording.Plain(seed: 11, bytes: 60_000);
        var address = await sender.Begins(0, sound.Length);
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(address, 0, sound[..20_000])).StatusCode);
        Assert.Null((await Kept(sender)).Bytes);
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(address, 20_000, sound[20_000..])).StatusCode);
        var (voice, bytes, type) = await Kept(sender);
        Assert.Equal(("audio/webm", 1), (type, voice.Seconds));
        Assert.Equal(sound, bytes);
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(await sender.Begins(0, sound.Length), 0, sound)).StatusCode);
        var other = Recording.Plain(seed: 12);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sender.Sends(await sender.Begins(0, other.Length), 0, other)).StatusCode);
        Assert.Equal(sound, (await Kept(sender)).Bytes);
        Assert.Equal(1, await Acts(sender, "ReporterVoiceCame"));
    }

    [Theory]
    [InlineData("ogg", "audio/ogg", 2), InlineData("m4a", "audio/mp4", 4), InlineData("webm", "audio/webm", 3)]
    public async Task Recordings_of_other_apps_lose_what_names_somebody(string kind, string type, int seconds)
    {
        using var sender = await Sender.Reported(server, photos: 0, voice: true);
        var sound = kind switch { "ogg" => Recording.Ogg(), "m4a" => Recording.M4a(), _ => Recording.WebM() };
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(await sender.Begins(0, sound.Length), 0, sound)).StatusCode);
        var (voice, bytes, found) = await Kept(sender);
        Assert.Equal((type, seconds), (found, voice.Seconds));
        Assert.DoesNotContain("Contoh", Encoding.UTF8.GetString(bytes!));
    }

    [Theory]
    [InlineData("ID3 song", "Suara harus rekaman HP"), InlineData("video", "Ini video"), InlineData("cut", "rusak atau terpotong")]
    public async Task What_is_no_recording_is_refused_with_a_sentence_and_forgotten(string kind, string words)
    {
        using var sender = await Sender.Reported(server, photos: 0, voice: true);
        var bytes = kind switch { "video" => Recording.WebM(picture: true), "cut" => Recording.Ogg()[..^30], _ => Encoding.ASCII.GetBytes(kind) };
        var address = await sender.Begins(0, bytes.Length);
        var answer = await sender.Sends(address, 0, bytes);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Looks(address)).Status);
        Assert.Null((await Kept(sender)).Bytes);
    }

    [Fact]
    public async Task Only_an_announced_voice_note_of_bearable_size_may_follow()
    {
        using var silent = await Sender.Reported(server);
        var answer = await silent.Asks(0, 100);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("tidak menyebut pesan suara", await answer.Content.ReadAsStringAsync());
        using var sender = await Sender.Reported(server, photos: 0, voice: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await sender.Asks(0, VoiceRules.Largest + 1)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sender.Asks(1, 100)).StatusCode);
        var (status, body) = await IntakeServer.Post(server.Visitor(), IntakeServer.Body(change: b => b["story"] = null));
        Assert.Equal(400, status);
        Assert.Contains("foto atau suara", body.ToString());
    }

    [Fact]
    public async Task The_officer_hears_it_writes_down_what_is_said_and_each_hearing_is_in_the_read_log()
    {
        using var sender = await Sent(secret: false);
        using var officer = await server.SignedIn(Roles.Operator);
        var page = await officer.Open($"/petugas/kasus/{sender.Code}");
        Assert.Contains("Belum ditulis ulang", page.Text);
        var source = page.Document.QuerySelector("audio[controls]")!.GetAttribute("src")!;
        var heard = await Hearings();
        var sound = await officer.Http.GetAsync(source);
        Assert.Equal((HttpStatusCode.OK, "audio/webm"), (sound.StatusCode, sound.Content.Headers.ContentType!.MediaType));
        Assert.Contains("sandbox", string.Join(";", sound.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(heard + 1, await Hearings());

        var write = await officer.Open(page.Document.QuerySelector("a[href$='/tulis']")!.GetAttribute("href")!);
        var refused = await write.Form("Apa yang dikatakan pelapor?").Press("Simpan tulisan");
        Assert.Contains("Tulis apa yang dikatakan pelapor", refused.Document.QuerySelector(".errors")!.TextContent);
        var done = await (await write.Form("Apa yang dikatakan pelapor?").Set("Words", "Nenek jatuh di dapur").Press("Simpan tulisan")).Follow();
        Assert.Contains("Nenek jatuh di dapur", done.Text);
        Assert.DoesNotContain("Belum ditulis ulang", done.Text);
        Assert.Equal(1, await Acts(sender, "VoiceWrittenDown"));
        Assert.DoesNotContain("dapur", await server.Within(async s => string.Concat(await s.GetRequiredService<AppDb>().Set<Act>().Where(a => a.Kind == "VoiceWrittenDown").Select(a => a.After + a.Reason).ToListAsync())));
        Assert.Contains("dapur", await server.Within(async s => await s.GetRequiredService<ReportsOfCases>().WordsOf((await ReportOf(s, sender)).OriginalCaseId)) ?? "");

        // Who opened the page before that does not write over it.
        var late = await write.Form("Apa yang dikatakan pelapor?").Set("Words", "Jatuh, kakinya sakit").Press("Simpan tulisan");
        Assert.Contains("Rekan Anda menulis lebih dulu", late.Document.QuerySelector(".errors")!.TextContent);
        Assert.Contains("Nenek jatuh di dapur", late.Text);
        Assert.Contains("Jatuh, kakinya sakit", late.Text);
        var joined = await (await late.Form("Apa yang dikatakan pelapor?").Set("Words", "Nenek jatuh di dapur, kakinya sakit").Press("Simpan tulisan")).Follow();
        Assert.Contains("kakinya sakit", joined.Text);
    }

    [Fact]
    public async Task The_voice_of_a_secret_report_stays_with_its_officers()
    {
        using var sender = await Sent(secret: true);
        using var manager = await server.SignedIn(Roles.Manager);
        var page = await manager.Open($"/petugas/kasus/{sender.Code}");
        var (source, write) = (page.Document.QuerySelector("audio")!.GetAttribute("src")!, page.Document.QuerySelector("a[href$='/tulis']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, (await manager.Http.GetAsync(source)).StatusCode);
        using var officer = await server.SignedIn(Roles.Operator);
        foreach (var path in (string[])[source, write]) Assert.Equal(HttpStatusCode.NotFound, (await officer.Open(path)).Status);
        using var planner = await server.SignedIn(Roles.Planner);
        Assert.Equal(HttpStatusCode.NotFound, (await planner.Open(source)).Status);
        Assert.StartsWith("/masuk", (await server.Visitor().Open(source)).Location);
    }

    [Fact]
    public async Task Without_scripts_a_recording_is_chosen_beside_the_photos_and_is_story_enough()
    {
        using var visitor = server.Visitor();
        var photos = await Wizard.Start(visitor).Next(f => f.Choose("Tidak")).Next(f => f.Choose("Tetangga")).Next(f => f.Choose("Lansia sendirian"));
        Assert.NotNull(photos.Document.QuerySelector("input[type=file][name=Voice][accept='audio/*'][capture]"));
        var wrong = await photos.Form("Simpan dan lanjutkan").Attach("Voice", "x.mp3", "audio/mpeg", "ID3 song"u8.ToArray()).Press("Lanjut");
        Assert.Contains("Suara harus rekaman HP", wrong.Document.QuerySelector(".errors")!.TextContent);
        Assert.Equal("/lapor/lokasi", (await photos.Form("Simpan dan lanjutkan").Attach("Voice", "rec.m4a", "audio/mp4", Recording.M4a()).Press("Lanjut")).Location);
        var again = await visitor.Open("/lapor/foto");
        var kept = await visitor.Http.GetByteArrayAsync(again.Document.QuerySelector("audio")!.GetAttribute("src"));
        Assert.DoesNotContain("Contoh", Encoding.UTF8.GetString(kept));
        var check = await visitor.Open("/lapor/lokasi").Next(f => f.Set("Landmark", "rumah kayu")).Next(f => f).Next(f => f).Next(f => f.Set("Channel", "none"));
        Assert.Contains("4 detik", check.Document.QuerySelector("#Voice")!.TextContent);
        var sent = await (await check.Form("Kirim laporan").Press("Kirim laporan")).Follow();
        Assert.Equal("Laporan diterima", sent.Title);
        var symbols = sent.Document.QuerySelector(".code")!.TextContent.Replace("-", "")[3..];
        Assert.Equal(kept, await server.Within(async s => await Sound(s, (await s.GetRequiredService<AppDb>().Set<Report>().SingleAsync(r => r.Code == symbols)).Id)));
    }

    [Fact]
    public async Task A_recording_in_a_draft_can_be_deleted_and_replaced_and_leaves_nothing()
    {
        using var visitor = server.Visitor();
        var page = await Wizard.Start(visitor).Next(f => f.Choose("Tidak")).Next(f => f.Choose("Tetangga")).Next(f => f.Choose("Lansia sendirian"));
        await page.Form("Simpan dan lanjutkan").Attach("Voice", "a.m4a", "audio/mp4", Recording.M4a()).Press("Lanjut");
        await (await visitor.Open("/lapor/foto")).Form("Simpan dan lanjutkan").Attach("Voice", "b.ogg", "audio/ogg", Recording.Ogg()).Press("Lanjut");
        page = await visitor.Open("/lapor/foto");
        var (sound, button) = (page.Document.QuerySelector("audio")!.GetAttribute("src")!, page.Document.QuerySelector("button[name=hapus]")!.GetAttribute("value")!);
        Assert.Equal("audio/ogg", (await visitor.Http.GetAsync(sound)).Content.Headers.ContentType!.MediaType);
        page = await (await page.Form("Simpan dan lanjutkan").Set("hapus", button).Press("Lanjut")).Follow();
        Assert.Null(page.Document.QuerySelector("audio"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open(sound)).Status);
        page = await (await visitor.Open("/lapor/cerita")).Form("Simpan dan lanjutkan").Press("Lanjut");
        Assert.Contains("foto atau suara", page.Document.QuerySelector(".errors")!.TextContent);
    }

    [Fact]
    public async Task A_voice_note_that_another_app_shares_becomes_a_draft_also_without_the_worker()
    {
        using var visitor = server.Visitor();
        using var form = new MultipartFormDataContent { { new StringContent("Tolong didengar"), "teks" } };
        form.Add(new ByteArrayContent(Recording.Ogg()) { Headers = { ContentType = new("audio/ogg") } }, "suara", "PTT-1.opus");
        Assert.Equal("/lapor", (await visitor.Http.PostAsync("/lapor/bagikan", form)).Headers.Location!.OriginalString);
        Assert.NotNull((await visitor.Open("/lapor/foto")).Document.QuerySelector("audio"));
    }

    private async Task<Sender> Sent(bool secret)
    {
        var sender = await Sender.Reported(server, photos: 0, secret: secret, voice: true);
        var sound = Recording.Plain(seed: secret ? 21 : 22);
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(await sender.Begins(0, sound.Length), 0, sound)).StatusCode);
        return sender;
    }

    private Task<int> Hearings() => server.Within(s => s.GetRequiredService<AppDb>().Set<ReadEntry>().CountAsync(e => e.SubjectKind == "voice"));

    private Task<int> Acts(Sender sender, string kind) => server.Within(async s =>
    {
        var report = await ReportOf(s, sender);
        return await s.GetRequiredService<AppDb>().Set<Act>().CountAsync(a => a.Chain == report.CaseId.Value && a.Kind == kind);
    });

    private static Task<Report> ReportOf(IServiceProvider services, Sender sender)
    {
        var id = new ReportId(sender.Report);
        return services.GetRequiredService<AppDb>().Set<Report>().SingleAsync(r => r.Id == id);
    }

    private Task<(ReportVoice Voice, byte[]? Bytes, string? Type)> Kept(Sender sender) => server.Within(async services =>
    {
        var id = new ReportId(sender.Report);
        var voice = await services.GetRequiredService<AppDb>().Set<ReportVoice>().AsNoTracking().SingleAsync(v => v.ReportId == id);
        var file = voice.FileId is { } key ? await services.GetRequiredService<AppDb>().Set<StoredFile>().SingleAsync(f => f.Id == key) : null;
        return (voice, file is null ? null : await Sound(services, id), file?.MediaType);
    });

    private static async Task<byte[]> Sound(IServiceProvider services, ReportId id)
    {
        var db = services.GetRequiredService<AppDb>();
        var voice = await db.Set<ReportVoice>().AsNoTracking().SingleAsync(v => v.ReportId == id);
        return await services.GetRequiredService<IFileStore>().Get(await db.Set<StoredFile>().SingleAsync(f => f.Id == voice.FileId), CancellationToken.None);
    }
}
