using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Tests.Queue;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Files;

[Collection(DeskCollection.Name), Trait("Kind", "page")]
public sealed class CasePageTests(DeskServer server)
{
    private const string Nik = "6311024412520003";

    private static readonly PersonFacts Aminah = new() { Name = "Aminah binti Hasan", Nik = Nik, BirthDate = new(1952, 4, 4), Sex = "P", Rt = "02" };

    [Fact]
    public async Task Case_shows_its_words_steps_person_and_record()
    {
        var opened = await server.Case(new WantedCase { Title = "Lansia butuh pendamping", Step = CaseStep.ManagerReview, Person = Aminah });
        var page = await (await server.As(Roles.Manager)).Open(opened.Path);
        Assert.Equal("Lansia butuh pendamping", page.Title);
        Assert.Equal(7, page.Document.QuerySelectorAll(".step-bar li").Length);
        Assert.Contains("Ditinjau manajer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Laporan diterima", page.Text, StringComparison.Ordinal);
        Assert.Contains("oleh pelapor", page.Text, StringComparison.Ordinal);
        Assert.Contains("6311••••••••0003", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_are_those_of_the_role()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var manager = await (await server.As(Roles.Manager)).Open(opened.Path);
        Assert.Equal("Setujui", manager.Document.QuerySelector("[data-key='1'] span")!.TextContent);
        Assert.NotNull(manager.Document.QuerySelector($"a[href='{opened.Path}/kembalikan']"));
        var auditor = await (await server.As(Roles.Auditor)).Open(opened.Path);
        Assert.Empty(auditor.Document.QuerySelectorAll(".page-head .actions a, .page-head .actions button"));
        Assert.DoesNotContain("Tulis catatan internal", auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_press_approves_and_the_case_says_so()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var page = await (await server.As(Roles.Manager)).Open(opened.Path);
        var answer = await page.Form("Setujui").Press("Setujui");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("disetujui", (await answer.Follow()).Text, StringComparison.Ordinal);
        Assert.Equal(CaseStep.HeadAcknowledgement, (await server.Look(opened)).Step);
        var late = await page.Form("Setujui").Press("Setujui");
        Assert.Contains("lebih dulu mengubah kasus ini: disetujui", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_that_needs_more_than_a_press_cannot_be_posted_here()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var page = await (await server.As(Roles.Manager)).Open(opened.Path);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Form("Setujui").Set("act", "Reject").Press("Setujui")).Status);
        Assert.Equal(CaseStep.ManagerReview, (await server.Look(opened)).Step);
    }

    [Fact]
    public async Task Post_without_token_is_refused()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var answer = await (await server.As(Roles.Manager)).Send(opened.Path, new FormUrlEncodedContent([new("act", "Approve"), new("Version", "1")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Note_is_kept_and_an_empty_note_is_not()
    {
        var opened = await server.Case();
        var page = await (await server.As(Roles.Operator)).Open(opened.Path);
        Assert.Contains("Tulis beberapa kata dulu", (await page.Form("Kirim").Press("Kirim")).Text, StringComparison.Ordinal);
        var answer = await page.Form("Kirim").Set("Note", "Sudah ditelepon dua kali").Press("Kirim");
        Assert.Contains("Sudah ditelepon dua kali", (await answer.Follow()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_opening_is_in_the_read_log_and_the_next_reader_sees_who_is_there()
    {
        var opened = await server.Case();
        var supervisor = await server.Member(Roles.Supervisor);
        await (await server.As(Roles.Supervisor)).Open(opened.Path);
        var entries = await Entries(opened.Id.Value);
        Assert.Equal(["case"], entries.Select(e => e.SubjectKind));
        Assert.Equal(supervisor.Id.Value, entries[0].StaffId);
        Assert.Contains($"{supervisor.Name} sedang membuka", (await (await server.As(Roles.Operator)).Open(opened.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nik_is_shown_for_a_purpose_that_is_written_down()
    {
        var opened = await server.Case(new WantedCase { Person = Aminah });
        var person = (await server.Look(opened)).PersonId!.Value;
        var page = await (await server.As(Roles.Operator)).Open(opened.Path);
        var without = await page.Form("Untuk apa?").Press("Lihat NIK");
        Assert.Contains("Tulis untuk apa", without.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, without.Text, StringComparison.Ordinal);
        Assert.Empty(await Entries(person.Value));
        var shown = await page.Form("Untuk apa?").Set("Purpose", "Mencocokkan dengan DTSEN").Press("Lihat NIK");
        Assert.Contains(Nik, shown.Text, StringComparison.Ordinal);
        Assert.Equal("Mencocokkan dengan DTSEN", Assert.Single(await Entries(person.Value)).Purpose);
    }

    [Fact]
    public async Task Case_outside_the_area_or_unknown_is_not_found()
    {
        var far = await server.Case(new WantedCase { Area = "63.11.05.2001" });
        var near = await server.Case(new WantedCase { Area = "63.11.02.2009" });
        var worker = await server.As(Roles.DistrictWorker);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Open(far.Path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await worker.Open(near.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Open("/petugas/kasus/BLG-AAAA-AAAA")).Status);
        Assert.Empty(await Entries(far.Id.Value));
    }

    [Fact]
    public async Task Every_role_opens_the_case_or_does_not_as_the_rule_says()
    {
        var open = await server.Case(new WantedCase { Area = "63.11.02.2004" });
        var secret = await server.Case(new WantedCase { Area = "63.11.02.2004", Secret = true });
        string[] keepers = [Roles.Manager, Roles.Head];
        string[] blind = [Roles.Companion, Roles.Driver, Roles.Agency];
        foreach (var role in Roles.All)
        {
            var who = await server.As(role);
            var reader = Layar.Cases.Queue.CaseDeskPage.Readers.Contains(role);
            Assert.True((reader ? blind.Contains(role) ? HttpStatusCode.NotFound : HttpStatusCode.OK : HttpStatusCode.Forbidden) == (await who.Open(open.Path)).Status, role);
            Assert.True((reader ? keepers.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.NotFound : HttpStatusCode.Forbidden) == (await who.Open(secret.Path)).Status, "secret " + role);
        }
    }

    [Fact]
    public async Task Facts_are_corrected_with_an_act_that_holds_no_title()
    {
        var opened = await server.Case(new WantedCase { Title = "Judul lama" });
        var page = await (await server.As(Roles.Operator)).Open(opened.Path + "/data");
        var answer = await page.Form("Simpan").Set("Input.Title", "Judul dengan nama Aminah").Set("Input.Problem", "odgj").Set("Input.Social", "ya").Press("Simpan");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var now = await server.Look(opened);
        Assert.Equal(("Judul dengan nama Aminah", "odgj", true), (now.Title, now.Problem, now.Social!.Value));
        var act = (await server.Acts(opened))[^1];
        Assert.Equal("CaseCorrected", act.Kind);
        Assert.Contains("title", act.After, StringComparison.Ordinal);
        Assert.DoesNotContain("Aminah", act.After + act.Before + act.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Title", "x", "Tulis judul")]
    [InlineData("Input.Problem", "tidak-ada", "Pilihan ini tidak ada")]
    [InlineData("Input.Service", "tidak-ada", "Pilihan ini tidak ada")]
    [InlineData("Input.Ppks", "tidak-ada", "Pilihan ini tidak ada")]
    public async Task Wrong_fact_is_refused_and_kept(string field, string value, string error)
    {
        var opened = await server.Case();
        var page = await (await server.As(Roles.Operator)).Open(opened.Path + "/data");
        var answer = await page.Form("Simpan").Set(field, value).Press("Simpan");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(error, answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await server.Look(opened)).Version);
    }

    [Fact]
    public async Task Only_who_works_on_the_facts_may_change_them()
    {
        var opened = await server.Case();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As(Roles.Auditor)).Open(opened.Path + "/data")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As(Roles.FrontOffice)).Open(opened.Path + "/data")).Status);
    }

    [Fact, Trait("Kind", "budget")]
    public async Task Case_page_asks_at_most_twelve_queries()
    {
        var opened = await server.Case(new WantedCase { Secret = true, Person = Aminah });
        var who = await server.As(Roles.Manager);
        await who.Open(opened.Path);
        Assert.InRange(await server.Queries.Quietest(() => who.Open(opened.Path)), 1, 12);
    }

    private Task<List<ReadEntry>> Entries(Guid subject) =>
        server.Within(s => s.GetRequiredService<AppDb>().Set<ReadEntry>().AsNoTracking().Where(e => e.Subject == subject).OrderBy(e => e.At).ToListAsync());
}
