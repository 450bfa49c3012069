using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.People.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Completeness;

[Collection("work"), Trait("Kind", "page")]
public sealed class CheckTests(WorkServer server)
{
    private static readonly WantedCase Clothing = new() { Service = "sandang", Problem = "pangan-sandang", Person = new() { Name = "Aminah", Nik = null, Sex = "P" } };

    private async Task<(OpenedCase Case, Visitor Browser, Page Page)> Open(WantedCase? wanted = null, string role = Roles.Operator)
    {
        var opened = await server.Case(wanted ?? Clothing);
        var browser = await server.SignedIn(role);
        return (opened, browser, await browser.Open(opened.Path + "/periksa"));
    }

    private static Form Filled(Page page) => page.Form("Kelengkapan");

    private static Form AllHere(Page page) => Filled(page)
        .Set("Documents[ktp].State", "ada").Set("Documents[kk].State", "ada").Set("Documents[sktm].State", "ada").Set("Documents[foto-badan].State", "ada");

    [Fact]
    public async Task A_simple_complete_report_is_cleared_with_open_all_next()
    {
        var second = await server.Case(Clothing with { DueAt = new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc) });
        var (opened, _, page) = await Open(Clothing with { DueAt = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        Assert.NotNull(page.Document.QuerySelector("button[data-key=a]"));
        Assert.NotNull(page.Document.QuerySelector("button[data-key=e]"));
        var ticked = await (await Filled(page).Press("Semua ada")).Follow();
        Assert.Contains("4 dari 4", ticked.Text);
        var next = await Filled(ticked).Press("berikutnya");
        Assert.Equal($"/petugas/kasus/{second.Number}/periksa", next.Location);
        Assert.Equal(CaseStep.VisitPlanning, (await server.Look(opened)).Step);
        Assert.Contains(await server.Acts(opened), a => a.Kind == "MarkComplete");
        var saved = await (await AllHere(await next.Follow()).Press("Simpan")).Follow();
        var last = await Filled(saved).Press("Lengkap");
        Assert.Equal(HttpStatusCode.Redirect, last.Status);
    }

    [Fact]
    public async Task Lengkap_is_refused_with_the_list_of_what_blocks_and_keeps_what_was_ticked()
    {
        var (opened, _, page) = await Open();
        var refused = await Filled(page).Set("Documents[ktp].State", "ada").Press("Lengkap");
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Kartu", refused.Faults());
        Assert.Contains("SKTM", refused.Faults());
        Assert.DoesNotContain("KTP", refused.Faults());
        Assert.Equal("ada", refused.Shown("Documents[ktp].State"));
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
    }

    [Fact]
    public async Task Who_comes_after_the_step_was_done_is_told_who_did_it_and_what_of_the_own_entries_is_not_used()
    {
        var (opened, _, page) = await Open();
        var late = await (await server.SignedIn(Roles.Operator)).Open(opened.Path + "/periksa");
        Assert.Equal(opened.Path, (await AllHere(page).Press("Lengkap")).Location);
        var refused = await Filled(late).Set("Documents[ktp].State", "ada").Set("Documents[sktm].State", "tidak").Press("Simpan");
        Assert.Contains("lebih dulu mengubah kasus ini", refused.Faults());
        Assert.Contains("isian Anda tidak dipakai: ", refused.Faults());
        Assert.Matches("KTP[^;]*: ada", refused.Faults());
        Assert.DoesNotContain("masih ada di bawah", refused.Text);
    }

    [Fact]
    public async Task A_document_that_cannot_be_had_needs_a_reason_and_then_does_not_block()
    {
        var (opened, _, page) = await Open();
        var refused = await AllHere(page).Set("Documents[sktm].State", "tidak").Press("Simpan");
        Assert.Contains("alasan", refused.Faults());
        var saved = await AllHere(refused).Set("Documents[sktm].State", "tidak").Set("Documents[sktm].Reason", "Kepala desa berhalangan").Press("Lengkap");
        Assert.Equal(opened.Path, saved.Location);
        Assert.DoesNotContain(await server.Acts(opened), a => (a.Reason + a.After).Contains("berhalangan", StringComparison.Ordinal));
        var kept = await server.Within(s => s.GetRequiredService<AppDb>().Set<Cases.Completeness.CaseDocument>().SingleAsync(d => d.CaseId == opened.Id && d.Code == "sktm"));
        Assert.Equal(Cases.Completeness.DocumentState.Waived, kept.State);
        Assert.DoesNotContain("berhalangan", System.Text.Encoding.UTF8.GetString(kept.SealedReason!));
    }

    [Fact]
    public async Task An_old_document_has_run_out_and_blocks()
    {
        var (opened, _, page) = await Open();
        var refused = await AllHere(page).Set("Documents[sktm].Issued", "2026-01-05").Press("Lengkap");
        Assert.Contains("SKTM", refused.Faults());
        Assert.Contains("masa berlaku", refused.Text);
        var done = await AllHere(refused).Set("Documents[sktm].Issued", "2026-11-05").Press("Lengkap");
        Assert.Equal(opened.Path, done.Location);
    }

    [Fact]
    public async Task A_day_that_is_none_is_shown_again_as_typed()
    {
        var (_, _, page) = await Open();
        var again = await Filled(page).Set("Documents[sktm].Issued", "31-02-2026").Press("Simpan");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("31-02-2026", again.Shown("Documents[sktm].Issued"));
        Assert.NotEmpty(again.Faults());
    }

    [Fact]
    public async Task Circumstances_take_documents_off_the_list()
    {
        var (_, _, page) = await Open();
        Assert.Contains("0 dari 4", page.Text);
        var saved = await (await Filled(page).Set("Circumstances", "Registered").Press("Simpan")).Follow();
        Assert.Contains("0 dari 3", saved.Text);
    }

    [Fact]
    public async Task Facts_of_the_person_are_corrected_and_odd_numbers_only_warn()
    {
        var (opened, browser, page) = await Open();
        var wrong = await Filled(page).Set("Person.Nik", "6311").Press("Simpan");
        Assert.Contains("16 angka", wrong.Faults());
        Assert.Equal("6311", wrong.Shown("Person.Nik"));
        var saved = await (await Filled(wrong).Set("Person.Nik", "6311025503520003").Set("Person.Sex", "L").Set("Person.Rt", "02").Press("Simpan")).Follow();
        Assert.Contains("Jenis kelamin di NIK berbeda", saved.Text);
        var summary = await server.Look(opened);
        var facts = await server.Within(async s => (await s.GetRequiredService<IPersons>().Find(summary.PersonId!.Value, CancellationToken.None))!.Facts);
        Assert.Equal(("Aminah", "6311025503520003", "02"), (facts.Name, facts.Nik, facts.Rt));
        Assert.DoesNotContain("6311025503520003", string.Join("", (await server.Acts(opened)).Select(a => a.After)));
        browser.Dispose();
        var reader = await server.SignedIn(Roles.Manager);
        Assert.DoesNotContain("6311025503520003", (await reader.Open(opened.Path + "/periksa")).Text);
    }

    [Fact]
    public async Task A_case_without_person_gets_one()
    {
        var (opened, _, page) = await Open(Clothing with { Person = null });
        await Filled(page).Set("Person.Name", "Galuh").Press("Simpan");
        Assert.NotNull((await server.Look(opened)).PersonId);
    }

    [Fact]
    public async Task Without_service_the_operator_chooses_one_first_and_sees_a_suggestion()
    {
        var (opened, _, page) = await Open(Clothing with { Service = null });
        Assert.Contains("Pilih layanan", page.Text);
        var refused = await page.Form("Kelengkapan").Press("Lengkap");
        Assert.True(refused.Status == HttpStatusCode.OK, $"{refused.Status} {refused.Location}");
        Assert.Contains("Pilih layanan dulu", refused.Faults());
        var chosen = await page.Visitor.Open(opened.Path + "/periksa");
        var done = await chosen.Form("Pilih layanan").Set("Service", "sandang").Press("Pilih layanan");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal("sandang", (await server.Look(opened)).Service);
        Assert.NotNull((await server.Look(opened)).Division);
        Assert.Contains(await server.Acts(opened), a => a.Kind == "ServiceChosen");
    }

    [Fact]
    public async Task An_unknown_service_is_refused()
    {
        var (opened, _, page) = await Open(Clothing with { Service = null });
        var refused = await page.Form("Pilih layanan").Set("Service", "ngawur").Press("Pilih layanan");
        Assert.Contains("Pilih layanan dulu", refused.Faults());
        Assert.Null((await server.Look(opened)).Service);
    }

    [Theory]
    [InlineData("photo.jpg", true, "")]
    [InlineData("letter.pdf", true, "")]
    [InlineData("virus.jpg", false, "JPG")]
    [InlineData("cut.jpg", false, "lengkap")]
    [InlineData("empty.jpg", false, "kosong")]
    [InlineData("large.jpg", false, "4 MB")]
    public async Task Files_are_taken_by_content_and_size(string name, bool accepted, string said)
    {
        byte[] bytes = name switch
        {
            "photo.jpg" => Papers.Jpeg(), "letter.pdf" => Papers.Pdf, "virus.jpg" => Papers.Executable, "cut.jpg" => Papers.Jpeg()[..40],
            "empty.jpg" => [], _ => [.. Papers.Jpeg(), .. new byte[4 * 1024 * 1024]],
        };
        var (opened, browser, page) = await Open();
        var answer = await Filled(page).Set("Person.Rt", "07").Attach("Documents[ktp].File", name, "image/jpeg", bytes).Press("Simpan");
        if (!accepted)
        {
            Assert.Contains(said, answer.Faults());
            Assert.Equal("07", answer.Shown("Person.Rt"));
            return;
        }
        var saved = await answer.Follow();
        var link = saved.Document.QuerySelector($"a[href^='{opened.Path}/berkas/']")!.GetAttribute("href")!;
        var file = await browser.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no-store", file.Headers.CacheControl!.ToString());
        var body = await file.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain(Papers.Canary, System.Text.Encoding.ASCII.GetString(body));
        Assert.Equal("ada", saved.Shown("Documents[ktp].State"));
    }

    [Fact]
    public async Task A_photo_of_the_report_can_stand_for_a_document_but_no_other_file_can()
    {
        var stored = await server.Store(Papers.Jpeg(0x33));
        var foreign = await server.Store(Papers.Jpeg(0x44));
        var (opened, browser, _) = await Open();
        server.Photos.Of[opened.Id] = new(stored.Id, server.Time.GetUtcNow().UtcDateTime, "Foto laporan 1");
        var page = await browser.Open(opened.Path + "/periksa");
        var refused = await Filled(page).Set("Documents[ktp].Photo", foreign.Id.Value.ToString()).Press("Simpan");
        Assert.NotEmpty(refused.Faults());
        await Filled(refused).Set("Documents[ktp].Photo", stored.Id.Value.ToString()).Press("Simpan");
        Assert.Equal("ada", (await browser.Open(opened.Path + "/periksa")).Shown("Documents[ktp].State"));
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync($"{opened.Path}/berkas/{stored.Id.Value}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Http.GetAsync($"{opened.Path}/berkas/{foreign.Id.Value}")).StatusCode);
    }

    [Fact]
    public async Task A_second_person_does_not_overwrite_unseen()
    {
        var (opened, browser, first) = await Open();
        var second = await browser.Open(opened.Path + "/periksa");
        await Filled(first).Set("Documents[ktp].State", "ada").Press("Simpan");
        var refused = await Filled(second).Set("Person.Address", "Jalan Sungai").Press("Simpan");
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.NotEmpty(refused.Faults());
        Assert.Equal("Jalan Sungai", refused.Shown("Person.Address"));
    }

    [Theory]
    [InlineData(Roles.Operator, 200)]
    [InlineData(Roles.FrontOffice, 200)]
    [InlineData(Roles.Supervisor, 200)]
    [InlineData(Roles.Manager, 200)]
    [InlineData(Roles.Head, 200)]
    [InlineData(Roles.SectionHead, 200)]
    [InlineData(Roles.Secretary, 200)]
    [InlineData(Roles.VillageDesk, 200)]
    [InlineData(Roles.DistrictWorker, 200)]
    [InlineData(Roles.CallCentre, 200)]
    [InlineData(Roles.Auditor, 200)]
    [InlineData(Roles.DataProtection, 200)]
    [InlineData(Roles.Companion, 404)]
    [InlineData(Roles.Driver, 404)]
    [InlineData(Roles.Agency, 404)]
    [InlineData(Roles.Planner, 0)]
    [InlineData(Roles.Administrator, 0)]
    [InlineData(Roles.Shelter, 0)]
    public async Task Only_the_operator_edits_and_only_case_roles_read(string role, int expected)
    {
        var (_, _, page) = await Open(role: role);
        if (expected == 0) Assert.True((int)page.Status is 403 or 404 or 302, $"{page.Status}");
        else Assert.Equal(expected, (int)page.Status);
        Assert.Equal(role == Roles.Operator, page.Document.QuerySelector("button[value=save]") is not null);
    }

    [Fact]
    public async Task A_post_by_another_role_changes_nothing()
    {
        var (opened, _, page) = await Open();
        var other = await server.SignedIn(Roles.Supervisor);
        var own = await other.Open(opened.Path + "/periksa");
        var token = own.Document.QuerySelector("input[name=_t]")?.GetAttribute("value") ?? (await other.Open(opened.Path + "/tanya")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value");
        var answer = await other.Send(opened.Path + "/periksa", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_t"] = token!, ["CaseVersion"] = "1", ["Do"] = "complete", ["Documents[ktp].State"] = "ada",
        }));
        Assert.NotEmpty(answer.Faults());
        Assert.Equal(1, (await server.Look(opened)).Version);
    }

    [Fact]
    public async Task A_secret_case_is_not_found_and_an_unknown_number_neither()
    {
        var (_, browser, page) = await Open(Clothing with { Secret = true });
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/petugas/kasus/BLG-0000-0000/periksa")).Status);
    }

    [Fact]
    public async Task Opening_is_written_down()
    {
        var (opened, _, _) = await Open();
        Assert.True(await server.Within(s => s.GetRequiredService<AppDb>().Set<Kernel.Acts.ReadEntry>().AnyAsync(e => e.Subject == opened.Id.Value && e.Purpose == "completeness")));
    }
}
