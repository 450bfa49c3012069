using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Tests.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Cases.Tests.Acts;

[Collection(DeskCollection.Name), Trait("Kind", "page")]
public sealed class ActPageTests(DeskServer server)
{
    public static TheoryData<CaseStep, CaseActKind, string, CaseStep> Done => new()
    {
        { CaseStep.ManagerReview, CaseActKind.Approve, Roles.Manager, CaseStep.HeadAcknowledgement },
        { CaseStep.ManagerReview, CaseActKind.Return, Roles.Manager, CaseStep.VisitPlanning },
        { CaseStep.ManagerReview, CaseActKind.Reject, Roles.Manager, CaseStep.Rejected },
        { CaseStep.ManagerReview, CaseActKind.ReferOut, Roles.Manager, CaseStep.ReferredOut },
        { CaseStep.ManagerReview, CaseActKind.Postpone, Roles.Manager, CaseStep.Postponed },
        { CaseStep.HeadAcknowledgement, CaseActKind.Acknowledge, Roles.Head, CaseStep.Forwarding },
        { CaseStep.Forwarding, CaseActKind.Forward, Roles.Manager, CaseStep.ProgrammeDecision },
        { CaseStep.ProgrammeDecision, CaseActKind.AssignProgramme, Roles.DivisionHead, CaseStep.LetterIssue },
        { CaseStep.ReferredOut, CaseActKind.RecordAgencyAnswer, Roles.Operator, CaseStep.Completed },
        { CaseStep.Postponed, CaseActKind.Resume, Roles.Operator, CaseStep.Completeness },
        { CaseStep.Completeness, CaseActKind.Withdraw, Roles.CallCentre, CaseStep.Withdrawn },
        { CaseStep.Rejected, CaseActKind.Reopen, Roles.Operator, CaseStep.Completeness },
        { CaseStep.Completeness, CaseActKind.Archive, Roles.Operator, CaseStep.Archived },
        { CaseStep.Completeness, CaseActKind.MarkUrgent, Roles.Operator, CaseStep.UrgentResponse },
        { CaseStep.UrgentResponse, CaseActKind.MarkNotUrgent, Roles.Supervisor, CaseStep.Completeness },
        { CaseStep.UrgentResponse, CaseActKind.RecordResponse, Roles.Driver, CaseStep.Completeness },
        { CaseStep.VisitPlanning, CaseActKind.AddNote, Roles.Secretary, CaseStep.VisitPlanning },
    };

    [Fact]
    public async Task Reasons_are_named_for_the_staff_and_say_what_the_reporter_reads()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var page = await (await server.As(Roles.Manager)).Open(Path(opened, CaseActKind.Return));
        var faces = page.Document.QuerySelectorAll("[name='Input.Code'] + .choice-face");
        Assert.NotEmpty(faces);
        Assert.All(faces, f => Assert.StartsWith("Pelapor membaca: ", f.QuerySelector(".choice-hint")!.TextContent));
        Assert.Contains(faces, f => f.TextContent.Contains("Perlu kunjungan ulang", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_button_before_a_letter_says_that_the_letter_is_written_first()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.LetterIssue, Division = "rehsos" });
        var page = await (await server.As(Roles.Manager)).Open(opened.Path);
        Assert.StartsWith("Buat atau buka surat", page.Document.QuerySelector($".page-head a[href='{opened.Path}/surat']")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Done))]
    public async Task Filled_form_does_the_act(CaseStep step, CaseActKind act, string role, CaseStep to)
    {
        var opened = await server.Case(new WantedCase { Step = step, Division = "rehsos" });
        var who = await server.As(role);
        var page = await who.Open(Path(opened, act));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var form = page.Form(containing: Verb(act)).Set("Input.Words", "Keadaan sudah diperiksa").Set("Input.Until", DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd"));
        if (Option(page, "Input.Code") is { } code) form.Set("Input.Code", code);
        if (Option(page, "Input.Choice") is { } choice) form.Set("Input.Choice", choice);
        var answer = await form.Press(Verb(act));
        Assert.True(answer.Status == HttpStatusCode.Redirect, string.Join("; ", answer.Errors));
        Assert.Equal(to, (await server.Look(opened)).Step);
        Assert.Equal(act.ToString(), (await server.Acts(opened))[^1].Kind);
        Assert.Contains(opened.Number, act == CaseActKind.AddNote ? opened.Number : (await answer.Follow()).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("NIK 6311010101500001 palsu"), InlineData("Nomor KK 6311 0101 0150 0001"), InlineData("6311.0101.0150.0001")]
    public async Task Words_that_the_reporter_reads_hold_no_NIK(string words)
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var page = await (await server.As(Roles.Manager)).Open(Path(opened, CaseActKind.Reject));
        var answer = await page.Form(containing: Verb(CaseActKind.Reject)).Set("Input.Code", Option(page, "Input.Code")!).Set("Input.Words", words).Press(Verb(CaseActKind.Reject));
        Assert.Contains("Jangan tulis NIK", string.Join(" ", answer.Errors));
        Assert.Equal(words, answer.Document.QuerySelector("textarea[name='Input.Words']")!.TextContent.Trim());
        Assert.Equal(CaseStep.ManagerReview, (await server.Look(opened)).Step);
    }

    [Fact]
    public async Task Who_comes_too_late_keeps_the_words_to_copy()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var who = await server.As(Roles.Manager);
        var late = await who.Open(Path(opened, CaseActKind.Return));
        var first = await who.Open(Path(opened, CaseActKind.Postpone));
        await first.Form(containing: Verb(CaseActKind.Postpone)).Set("Input.Code", Option(first, "Input.Code")!).Set("Input.Words", "Menunggu surat")
            .Set("Input.Until", DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd")).Press(Verb(CaseActKind.Postpone));
        var answer = await late.Form(containing: Verb(CaseActKind.Return)).Set("Input.Words", "Alamatnya belum lengkap").Press(Verb(CaseActKind.Return));
        Assert.Equal("Alamatnya belum lengkap", answer.Document.QuerySelector("textarea[name='Input.Words']")!.TextContent.Trim());
        Assert.Contains("Belum disimpan", answer.Text);
    }

    [Fact]
    public async Task A_programme_of_the_centre_is_granted_and_stands_on_the_case_with_its_name()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ProgrammeDecision, Division = "rehsos", Service = "yatim-piatu" });
        var head = await server.As(Roles.DivisionHead);
        var page = await head.Open(Path(opened, CaseActKind.AssignProgramme));
        Assert.Equal("yapi", Option(page, "Input.Choice"));
        Assert.Empty(page.Document.QuerySelectorAll("input[value=sembako]"));
        var answer = await page.Form(containing: Verb(CaseActKind.AssignProgramme)).Set("Input.Choice", "yapi").Press(Verb(CaseActKind.AssignProgramme));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("yapi", (await server.Look(opened)).Programme);
        Assert.Contains("Bantuan anak yatim piatu (YAPI)", (await head.Open($"/petugas/kasus/{opened.Number}")).Text);
    }

    public static TheoryData<CaseStep, CaseActKind, string> Reasoned => new()
    {
        { CaseStep.ManagerReview, CaseActKind.Return, "Tulis alasannya" },
        { CaseStep.ManagerReview, CaseActKind.Reject, "Pilih alasannya" },
        { CaseStep.ManagerReview, CaseActKind.ReferOut, "Pilih alasannya" },
        { CaseStep.ManagerReview, CaseActKind.Postpone, "Pilih alasannya" },
        { CaseStep.Forwarding, CaseActKind.Forward, "Pilih satu" },
        { CaseStep.Rejected, CaseActKind.Reopen, "Tulis alasannya" },
        { CaseStep.Completeness, CaseActKind.MarkUrgent, "Tulis alasannya" },
        { CaseStep.Completeness, CaseActKind.Archive, "Pilih alasannya" },
    };

    [Theory, MemberData(nameof(Reasoned))]
    public async Task Empty_form_says_what_is_missing(CaseStep step, CaseActKind act, string error)
    {
        var opened = await server.Case(new WantedCase { Step = step });
        var page = await (await server.As(Roles.Manager)).Open(Path(opened, act));
        var answer = await page.Form(containing: Verb(act)).Press(Verb(act));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(error, answer.Text, StringComparison.Ordinal);
        Assert.Equal(step, (await server.Look(opened)).Step);
    }

    [Theory]
    [InlineData(CaseActKind.Postpone, "", "Input.Code", "Input.Until")]
    [InlineData(CaseActKind.Postpone, "besok", "Input.Code", "Input.Until")]
    [InlineData(CaseActKind.ReferOut, null, "Input.Choice", "Input.Code")]
    public async Task Every_fault_is_named_at_once_at_its_field_and_in_the_summary(CaseActKind act, string? day, string first, string second)
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var form = (await (await server.As(Roles.Manager)).Open(Path(opened, act))).Form(containing: Verb(act)).Set("Input.Words", "Kuota habis");
        if (act == CaseActKind.ReferOut) form.Set("Input.Choice", "");
        if (day is not null) form.Set("Input.Until", day);
        var answer = await form.Press(Verb(act));
        foreach (var field in (string[])[first, second])
        {
            var id = field.Replace('.', '_');
            Assert.Single(answer.Document.QuerySelectorAll($".errors a[href='#{id}']"));
            Assert.NotNull(answer.Document.QuerySelector($"#{id}-error"));
        }
        Assert.Equal("Kuota habis", answer.Document.QuerySelector("#Input_Words")!.TextContent.Trim());
        Assert.Equal(CaseStep.ManagerReview, (await server.Look(opened)).Step);
    }

    [Fact]
    public async Task Day_of_postponing_lies_ahead_and_not_too_far()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var page = await (await server.As(Roles.Manager)).Open(Path(opened, CaseActKind.Postpone));
        async Task<string> Try(string day) => (await page.Form("Tunda").Set("Input.Code", "tunda-kuota").Set("Input.Until", day).Press("Tunda")).Text;
        Assert.Contains("Pilih hari setelah hari ini", await Try("2020-01-01"), StringComparison.Ordinal);
        Assert.Contains("Paling lama", await Try("2031-01-01"), StringComparison.Ordinal);
        Assert.Contains("Tulis tanggal", await Try("besok"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_of_a_rejection_shows_how_to_object_and_changes_nothing()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var page = await (await server.As(Roles.Manager)).Open(Path(opened, CaseActKind.Reject));
        var answer = await page.Form("Tolak").Set("Input.Code", "tolak-desil").Set("Input.Words", "Desil 7 menurut data Oktober").Press("Yang dibaca pelapor");
        Assert.Contains("Ombudsman", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Desil 7 menurut data Oktober", answer.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStep.ManagerReview, (await server.Look(opened)).Step);
    }

    [Fact]
    public async Task Refused_change_names_the_other_and_keeps_what_was_typed()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var manager = await server.As(Roles.Manager);
        var slow = await manager.Open(Path(opened, CaseActKind.Return));
        await (await manager.Open(opened.Path)).Form("Kirim").Set("Note", "Sudah ditelepon").Press("Kirim");
        var answer = await slow.Form("Kembalikan").Set("Input.Words", "Foto rumah belum jelas").Press("Kembalikan");
        Assert.Contains("lebih dulu mengubah kasus ini: catatan internal", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Foto rumah belum jelas", answer.Text, StringComparison.Ordinal);
        var again = await answer.Form("Kembalikan").Press("Kembalikan");
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
    }

    [Fact]
    public async Task Act_of_another_step_is_said_to_be_impossible_now()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.Completeness });
        var page = await (await server.As(Roles.Manager)).Open(Path(opened, CaseActKind.Forward));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("tidak bisa dilakukan pada tahap sekarang", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("teruskan")]
    [InlineData("bukan-tindakan")]
    public async Task Unknown_case_or_act_is_not_found(string slug)
    {
        var opened = await server.Case();
        var path = slug == "teruskan" ? "/petugas/kasus/BLG-XXXX-XXXX/teruskan" : $"{opened.Path}/{slug}";
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.As(Roles.Manager)).Open(path)).Status);
    }

    [Fact]
    public async Task Roles_that_never_do_an_act_may_not_open_its_page()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As(Roles.Auditor)).Open(Path(opened, CaseActKind.Reject))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As(Roles.Planner)).Open(Path(opened, CaseActKind.Reject))).Status);
    }

    [Fact]
    public async Task Agency_is_suggested_by_the_words_of_the_report()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.Completeness, Title = "Jalan rusak dan jembatan putus", Excerpt = "Jembatan putus sejak banjir, aspal berlubang" });
        var page = await (await server.As(Roles.Operator)).Open(Path(opened, CaseActKind.ReferOut));
        Assert.Contains("Diusulkan", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_officer_sees_the_secret_case_and_others_do_not()
    {
        var opened = await server.Case(new WantedCase { Secret = true });
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.As(Roles.Operator)).Open(opened.Path)).Status);
        var page = await (await server.As(Roles.Manager)).Open(Path(opened, CaseActKind.NameOfficer));
        var operatorId = (await server.Member(Roles.Operator)).Id.Value.ToString("N");
        Assert.Equal(HttpStatusCode.Redirect, (await page.Form("Tunjuk petugas").Set("Input.Choice", operatorId).Press("Tunjuk petugas")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await server.As(Roles.Operator)).Open(opened.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.As(Roles.Supervisor)).Open(opened.Path)).Status);
    }

    private static string Path(OpenedCase opened, CaseActKind act) => ActRoutes.Of(act).Href(opened.Number);

    private string Verb(CaseActKind act) => ((Layar.Kernel.Texts.TextCatalogue)server.Services.GetService(typeof(Layar.Kernel.Texts.TextCatalogue))!).Official($"cases.act.{act}");

    /// <summary>The first thing that can be chosen under this name.</summary>
    private static string? Option(Page page, string name) =>
        page.Document.QuerySelectorAll($"input[type=radio][name='{name}']").Select(e => e.GetAttribute("value"))
            .Concat(page.Document.QuerySelectorAll($"select[name='{name}'] option").Select(e => e.GetAttribute("value"))).FirstOrDefault(v => !string.IsNullOrEmpty(v));
}
