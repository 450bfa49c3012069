using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Tests.Completeness;
using Layar.Cases.Visits;
using Layar.Cases.Visits.TakingAlong;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Scheduling;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Visits;

/// <summary>What a phone is given and what it may hand in.</summary>
[Collection("work"), Trait("Kind", "page")]
public sealed class CarryTests(WorkServer server)
{
    private const string Path = "/petugas/lapangan/bawaan";
    private const string Result = "/petugas/lapangan/hasil";

    private static async Task<(Visitor Who, Guid Device)> Enrolled(Visitor who)
    {
        var device = Guid.NewGuid();
        var answer = await who.Http.PostAsJsonAsync(Path, new { device, enrol = true });
        Assert.Equal(32, Convert.FromBase64String((string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["half"]!).Length);
        return (who, device);
    }

    [Fact]
    public async Task A_phone_gets_the_day_without_secret_cases_and_hands_in_what_it_changed()
    {
        var ((opened, visit), (secret, _)) = (await server.VisitOf(Roles.Companion), await server.VisitOf(Roles.Companion));
        await server.Within(s => s.GetRequiredService<AppDb>().Set<CaseFile>().Where(c => c.Id == secret.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Secret, true)));
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Companion));
        var day = await who.Http.GetFromJsonAsync<JsonObject>($"{Path}?hp={device}");
        Assert.Contains(opened.Number, day!.ToJsonString());
        Assert.DoesNotContain(secret.Number, day.ToJsonString());
        var change = new { id = Guid.NewGuid(), question = "lantai", value = new[] { "papan" }, @base = 0 };
        var taken = await (await who.Http.PostAsJsonAsync(Path, new { device, visits = new[] { new { visit = visit.Value, changes = new[] { change } } } })).Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("applied", (string)taken!["visits"]![0]!["answers"]![0]!["result"]!);
    }

    [Fact]
    public async Task A_revoked_phone_a_foreign_one_and_one_without_name_get_nothing()
    {
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Companion));
        Assert.Equal(HttpStatusCode.Conflict, (await who.Http.GetAsync(Path)).StatusCode);
        var other = await server.SignedIn(Roles.DistrictWorker);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Http.GetAsync($"{Path}?hp={device}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await other.Http.PostAsJsonAsync(Path, new { device, enrol = true })).StatusCode);
        using var nobody = server.Visitor();
        Assert.Contains("live", await nobody.Http.GetStringAsync($"/lapangan/hp/{device}"));
        Assert.Equal(HttpStatusCode.Redirect, (await (await who.Open("/petugas/pengaturan/sesi")).Form("Cabut HP ini").Press("Cabut HP ini")).Status);
        Assert.Contains("revoked", await nobody.Http.GetStringAsync($"/lapangan/hp/{device}"));
        Assert.Equal(HttpStatusCode.Gone, (await who.Http.GetAsync($"{Path}?hp={device}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await who.Http.PostAsJsonAsync(Path, new { device, enrol = true })).StatusCode);
    }

    [Fact]
    public async Task A_phone_that_the_office_forgot_with_an_older_backup_keeps_and_brings_home_what_was_filled()
    {
        var (_, visit) = await server.VisitOf(Roles.Companion);
        var (who, device) = (await server.SignedIn(Roles.Companion), Guid.NewGuid());
        using var nobody = server.Visitor();
        Assert.Contains("unknown", await nobody.Http.GetStringAsync($"/lapangan/hp/{device}"));
        var change = new { id = Guid.NewGuid(), question = "lantai", value = new[] { "tanah" }, @base = 0 };
        var taken = await (await who.Http.PostAsJsonAsync(Path, new { device, visits = new[] { new { visit = visit.Value, changes = new[] { change } } } })).Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("applied", (string)taken!["visits"]![0]!["answers"]![0]!["result"]!);
        Assert.Contains("live", await nobody.Http.GetStringAsync($"/lapangan/hp/{device}"));
    }

    private static async Task<JsonNode> Sends(Visitor who, string path, object body) =>
        (await (await who.Http.PostAsJsonAsync(path, body)).Content.ReadFromJsonAsync<JsonObject>())!;

    /// <summary>The shortest whole form, from the phone: the person was not met.</summary>
    private static async Task<Dictionary<string, int>> NotMet(Visitor who, Guid device, Guid visit)
    {
        (string Question, string Value)[] answers = [("ditemui", "tidak"), ("sebab-tidak-bertemu", "pindah"), ("saran-petugas", "ulang"), ("alasan-saran", "Sudah pindah ke Paringin")];
        var changes = answers.Select(a => new { id = Guid.NewGuid(), question = a.Question, value = new[] { a.Value }, @base = 0 }).ToArray();
        var taken = await Sends(who, Path, new { device, visits = new[] { new { visit, changes } } });
        Assert.All(taken["visits"]![0]!["answers"]!.AsArray(), a => Assert.Equal("applied", (string)a!["result"]!));
        return answers.ToDictionary(a => a.Question, _ => 1);
    }

    [Fact]
    public async Task A_visit_ends_from_the_phone_once_also_when_the_answer_was_lost_on_the_way()
    {
        var (opened, visit) = await server.VisitOf(Roles.Supervisor);
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Supervisor));
        var day = await who.Http.GetAsync($"{Path}?hp={device}");
        Assert.Equal(day.Content.Headers.ContentLength ?? (await day.Content.ReadAsByteArrayAsync()).Length, long.Parse(day.Headers.GetValues("Layar-Bytes").Single(), System.Globalization.CultureInfo.InvariantCulture));
        var carried = (await day.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.True((bool)carried["records"]!);
        var mark = (string)carried["visits"]!.AsArray().Single(v => (string)v!["number"]! == opened.Number)!["mark"]!;
        var early = await Sends(who, Result, new { device, visit = visit.Value, report = "Rumah kosong", mark, end = true });
        Assert.Contains("belum selesai", (string)early["refused"]!, StringComparison.Ordinal);
        var versions = await NotMet(who, device, visit.Value);
        var wordless = await Sends(who, Result, new { device, visit = visit.Value, report = " ", mark, end = true, versions });
        Assert.Equal("Tulis laporan kunjungan.", (string)wordless["refused"]!);
        var result = new { device, visit = visit.Value, report = "Rumah kosong, tetangga memberi alamat baru", mark, end = true, versions };
        for (var time = 0; time < 2; time++) Assert.Equal("recorded", (string)(await Sends(who, Result, result))["result"]!);
        Assert.Equal(CaseStep.ManagerReview, (await server.Look(opened)).Step);
        Assert.Single(await server.Acts(opened), a => a.Kind == "RecordVisit");
        Assert.Contains("alamat baru", (await (await server.SignedIn(Roles.Manager)).Open(opened.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_a_visit_over_answers_or_words_that_he_has_not_seen()
    {
        var (opened, visit) = await server.VisitOf(Roles.Supervisor);
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Supervisor));
        var versions = await NotMet(who, device, visit.Value);
        await (await who.Open($"{opened.Path}/kunjungan/isi?grup=kebutuhan")).Form("Simpan draf").Set("q-saran-petugas", "rujuk").Press("Simpan draf");
        var mark = Layar.Cases.Visits.RecordVisit.RecordVisit.Mark((string?)null);
        object Ends(string report) => new { device, visit = visit.Value, report, mark, end = true, versions };
        Assert.Equal("newer", (string)(await Sends(who, Result, Ends("Rumah kosong")))["result"]!);
        versions["saran-petugas"] = 2;
        await (await who.Open(opened.Path + "/kunjungan/ringkasan")).Form("Laporan").Set("Report", "Ditulis di kantor").Press("Simpan draf");
        var changed = await Sends(who, Result, Ends("Ditulis di HP"));
        Assert.Equal(("refused", "Ditulis di kantor"), ((string)changed["result"]!, (string)changed["theirs"]!));
        Assert.Equal(CaseStep.VisitScheduled, (await server.Look(opened)).Step);
        mark = (string)changed["mark"]!;
        Assert.Equal("recorded", (string)(await Sends(who, Result, Ends("Ditulis di HP")))["result"]!);
    }

    [Fact]
    public async Task Who_may_not_end_a_visit_keeps_its_report_and_who_was_not_sent_there_nothing()
    {
        var (opened, visit) = await server.VisitOf(Roles.Companion);
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Companion));
        var versions = await NotMet(who, device, visit.Value);
        var mark = Layar.Cases.Visits.RecordVisit.RecordVisit.Mark((string?)null);
        var draft = await Sends(who, Result, new { device, visit = visit.Value, report = "Rumah kosong", mark, end = false });
        Assert.Equal("kept", (string)draft["result"]!);
        var ends = await Sends(who, Result, new { device, visit = visit.Value, report = "Rumah kosong", mark = (string)draft["mark"]!, end = true, versions });
        Assert.Equal("refused", (string)ends["result"]!);
        var (other, foreign) = await Enrolled(await server.SignedIn(Roles.DistrictWorker));
        Assert.Equal("refused", (string)(await Sends(other, Result, new { device = foreign, visit = visit.Value, report = "Lain", mark, end = false }))["result"]!);
        Assert.Equal(CaseStep.VisitScheduled, (await server.Look(opened)).Step);
        Assert.Equal("Rumah kosong", (await (await server.SignedIn(Roles.Supervisor)).Open(opened.Path + "/kunjungan/ringkasan")).Shown("Report"));
    }

    private static async Task<JsonNode> Photo(Visitor who, Guid device, Guid id, Guid visit, byte[] bytes, int start, int length)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("device", device.ToString()), ("id", id.ToString()), ("visit", visit.ToString()), ("question", "foto-depan"), ("lat", "-2.2"), ("lon", "115.6"), ("accuracy", "9"), ("start", $"{start}"), ("bytes", $"{bytes.Length}") })
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(bytes[start..Math.Min(bytes.Length, start + length)]), "photo", "foto.jpg");
        return (await (await who.Http.PostAsync("/petugas/lapangan/foto", form)).Content.ReadFromJsonAsync<JsonObject>())!;
    }

    [Fact]
    public async Task A_photo_in_pieces_goes_on_where_the_line_was_cut_and_stands_once_and_whole()
    {
        var (_, visit) = await server.VisitOf(Roles.Supervisor);
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Supervisor));
        var (id, bytes) = (Guid.NewGuid(), Papers.Jpeg(0x77));
        var third = bytes.Length / 3 + 1;
        Assert.Equal(third, (int)(await Photo(who, device, id, visit.Value, bytes, 0, third))["at"]!);
        // The answer was lost: the same piece again, and one that leaves a gap, change nothing.
        Assert.Equal(third, (int)(await Photo(who, device, id, visit.Value, bytes, 0, third))["at"]!);
        Assert.Equal(third, (int)(await Photo(who, device, id, visit.Value, bytes, 2 * third, third))["at"]!);
        Assert.Equal(2 * third, (int)(await Photo(who, device, id, visit.Value, bytes, third, third))["at"]!);
        for (var time = 0; time < 2; time++) Assert.Null((await Photo(who, device, id, visit.Value, bytes, 2 * third, third))["refused"]);
        var (photo, left) = await server.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            return (await db.Set<VisitPhoto>().SingleAsync(p => p.VisitId == visit), await db.Set<VisitPhotoPiece>().CountAsync(p => p.PhotoId == id));
        });
        Assert.Equal((id, 0), (photo.Id.Value, left));
        var whole = Guid.NewGuid();
        Assert.Null((await Photo(who, device, whole, visit.Value, bytes, 0, bytes.Length))["refused"]);
        var files = await server.Within(s => s.GetRequiredService<AppDb>().Set<VisitPhoto>().Where(p => p.VisitId == visit).Select(p => p.FileId).ToListAsync());
        var hashes = await server.Within(s => s.GetRequiredService<AppDb>().Set<StoredFile>().Where(f => files.Contains(f.Id)).Select(f => f.Sha256).ToListAsync());
        Assert.Equal(Convert.ToHexString(hashes[0]), Convert.ToHexString(hashes[1]));
        Assert.Equal(-2.2, await server.Within(s => s.GetRequiredService<AppDb>().Set<HomeVisit>().Where(v => v.Id == visit).Select(v => v.Lat).SingleAsync()));
    }

    [Fact]
    public async Task Pieces_of_a_foreign_visit_are_refused_and_those_nobody_goes_on_with_are_deleted_after_a_week()
    {
        var (_, visit) = await server.VisitOf(Roles.Companion);
        var (other, foreign) = await Enrolled(await server.SignedIn(Roles.DistrictWorker));
        Assert.NotNull((await Photo(other, foreign, Guid.NewGuid(), visit.Value, Papers.Jpeg(), 0, 20))["refused"]);
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Companion));
        var (fresh, old) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in new[] { fresh, old }) Assert.Equal(20, (int)(await Photo(who, device, id, visit.Value, Papers.Jpeg(), 0, 20))["at"]!);
        var before = server.Time.GetUtcNow().UtcDateTime.AddDays(-8);
        await server.Within(s => s.GetRequiredService<AppDb>().Set<VisitPhotoPiece>().Where(p => p.PhotoId == old).ExecuteUpdateAsync(p => p.SetProperty(x => x.At, before)));
        await server.Services.GetServices<IJob>().OfType<OldPieces>().Single().Run(CancellationToken.None);
        Assert.Equal([fresh], await server.Within(s => s.GetRequiredService<AppDb>().Set<VisitPhotoPiece>().Where(p => p.PhotoId == old || p.PhotoId == fresh).Select(p => p.PhotoId).ToListAsync()));
    }

    [Fact]
    public void The_way_goes_on_to_the_nearest_and_those_without_a_point_come_last()
    {
        (string Name, double? Lat)[] visits = [("first", -2.2), ("unknown", null), ("far", -2.6), ("near", -2.3)];
        Assert.Equal(["first", "near", "far", "unknown"], RoadOrder.Of(visits, v => v.Lat is { } lat ? (lat, 115.6) : null).Select(v => v.Name));
    }
}
