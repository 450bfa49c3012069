using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Completeness;

[Collection("work"), Trait("Kind", "page")]
public sealed class QuestionTests(WorkServer server)
{
    private async Task<(OpenedCase Case, Visitor Operator)> Asked(bool secret = false)
    {
        var opened = await server.Case(new WantedCase { Service = "sandang", Secret = secret });
        if (secret) await server.Within(async s =>
        {
            await s.GetRequiredService<GroupCommit>().Write([new Cases.Files.CaseOfficer { CaseId = opened.Id, StaffId = await server.StaffIdOf(Roles.Operator), StaffName = "Norhayati", NamedAt = DateTime.UtcNow }], CancellationToken.None);
            return true;
        });
        var browser = await server.SignedIn(Roles.Operator);
        var page = await browser.Open(opened.Path + "/tanya");
        var sent = await page.Form("Pertanyaan").Set("Documents", "ktp")
            .Set("Questions[0].Text", "Siapa nama nenek?").Set("Questions[0].Kind", "Text")
            .Set("Questions[1].Text", "Tinggal dengan siapa?").Set("Questions[1].Kind", "Choice").Set("Questions[1].Options", "Sendiri\nAnak\n")
            .Press("Minta kelengkapan");
        Assert.Equal($"{opened.Path}/pertanyaan", sent.Location);
        return (opened, browser);
    }

    private Task<IReadOnlyList<OpenQuestion>> Questions(OpenedCase opened) => server.Within(s => s.GetRequiredService<ICaseQuestions>().For(opened.Id, CancellationToken.None));

    private Task<string?> Answer(Guid id, string? words, Kernel.Files.StoredFile? photo = null) =>
        server.Within(async s => (await s.GetRequiredService<ICaseQuestions>().AnswerAsReporter(id, words, photo, CancellationToken.None)).Refusal?.Code ?? "done")!;

    [Fact]
    public async Task Asking_pauses_the_promise_and_the_last_answer_resumes_it()
    {
        var (opened, _) = await Asked();
        var before = await server.Look(opened);
        Assert.Equal(CaseStep.AwaitingReporter, before.Step);
        Assert.NotNull(before.PausedAt);
        var questions = await Questions(opened);
        Assert.Equal([QuestionKind.Photo, QuestionKind.Text, QuestionKind.Choice], questions.Select(q => q.Kind));
        Assert.Contains("KTP", questions[0].Text);
        Assert.Equal(["Sendiri", "Anak"], questions[2].Options);
        server.Time.MoveOn(TimeSpan.FromDays(2));
        Assert.Equal("done", await Answer(questions[1].Id, "Aminah"));
        Assert.Equal("done", await Answer(questions[2].Id, "Sendiri"));
        Assert.Equal(CaseStep.AwaitingReporter, (await server.Look(opened)).Step);
        Assert.Equal("done", await Answer(questions[0].Id, null, await server.Store(Papers.Jpeg(0x55))));
        var after = await server.Look(opened);
        Assert.Equal(CaseStep.Completeness, after.Step);
        Assert.Null(after.PausedAt);
        Assert.True(after.PromisedAt > before.PromisedAt);
        Assert.Equal("Aminah", (await Questions(opened))[1].Answer);
        Assert.Equal(["QuestionAnswered", "QuestionAnswered", "AnswerQuestion"], (await server.Acts(opened)).Select(a => a.Kind).TakeLast(3));
        Assert.DoesNotContain("Aminah", string.Join("", (await server.Acts(opened)).Select(a => a.Reason + a.After)));
    }

    [Fact]
    public async Task Wrong_answers_are_refused_and_an_answer_counts_once()
    {
        var (opened, _) = await Asked();
        var q = await Questions(opened);
        Assert.Equal("completeness.answer.photo", await Answer(q[0].Id, "  "));
        Assert.Equal("completeness.answer.text", await Answer(q[1].Id, "  "));
        Assert.Equal("completeness.answer.long", await Answer(q[1].Id, new string('a', 2001)));
        Assert.Equal("completeness.answer.choice", await Answer(q[2].Id, "Tetangga"));
        Assert.Equal("completeness.question.gone", await Answer(Guid.NewGuid(), "x"));
        Assert.Equal("done", await Answer(q[1].Id, "Aminah"));
        Assert.Equal("completeness.question.answered", await Answer(q[1].Id, "Siti"));
    }

    [Fact]
    public async Task The_last_two_answers_at_one_moment_still_move_the_case_on()
    {
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var (opened, _) = await Asked();
            var q = await Questions(opened);
            await Answer(q[0].Id, null, await server.Store(Papers.Jpeg(0x56)));
            Assert.All(await Task.WhenAll(Task.Run(() => Answer(q[1].Id, "Aminah")), Task.Run(() => Answer(q[2].Id, "Sendiri"))), answer => Assert.Equal("done", answer));
            Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
        }
    }

    [Fact]
    public async Task One_question_answered_twice_at_one_moment_keeps_one_answer()
    {
        var (opened, _) = await Asked();
        var question = (await Questions(opened))[1].Id;
        string[] names = ["Aminah", "Siti", "Galuh", "Norhayati"];
        var answers = await Task.WhenAll(names.Select(name => Task.Run(() => Answer(question, name))));
        Assert.Single(answers, "done");
        Assert.All(answers.Where(a => a != "done"), a => Assert.Equal("completeness.question.answered", a));
        Assert.Equal(names[Array.IndexOf(answers, "done")], (await Questions(opened))[1].Answer);
    }

    [Fact]
    public async Task Words_of_question_and_answer_are_sealed()
    {
        var (opened, _) = await Asked(secret: true);
        var q = await Questions(opened);
        await Answer(q[1].Id, "Aminah binti Hasan");
        var row = await server.Within(s => s.GetRequiredService<AppDb>().Set<Cases.Completeness.CaseQuestion>().SingleAsync(x => x.Id == new Cases.Completeness.CaseQuestionId(q[1].Id)));
        Assert.DoesNotContain("Aminah", System.Text.Encoding.UTF8.GetString(row.SealedAnswer!));
        Assert.DoesNotContain("nenek", System.Text.Encoding.UTF8.GetString(row.SealedText));
    }

    [Fact]
    public async Task An_answer_told_by_telephone_is_recorded_by_the_call_centre()
    {
        var (opened, _) = await Asked();
        var call = await server.SignedIn(Roles.CallCentre);
        var page = await call.Open(opened.Path + "/pertanyaan");
        Assert.NotNull(page.Document.QuerySelector("input[name=Photo]"));
        var empty = await Told(call, opened, q => q.Kind == QuestionKind.Text, f => f);
        Assert.Contains("Tulis jawabannya", empty.Faults());
        var kept = await Told(call, opened, q => q.Kind == QuestionKind.Text, f => f.Set("Answer", "Aminah"));
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        Assert.Contains("Disampaikan ke", (await kept.Follow()).Text);
        await Told(call, opened, q => q.Kind == QuestionKind.Choice, f => f.Set("Answer", "Anak"));
        var pdf = await Told(call, opened, q => q.Kind == QuestionKind.Photo, f => f.Attach("Photo", "a.pdf", "application/pdf", Papers.Pdf));
        Assert.Contains("bukan PDF", pdf.Faults());
        await Told(call, opened, q => q.Kind == QuestionKind.Photo, f => f.Attach("Photo", "a.jpg", "image/jpeg", Papers.Jpeg(0x66)));
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
    }

    private async Task<Page> Told(Visitor visitor, OpenedCase opened, Func<OpenQuestion, bool> which, Func<Form, Form> fill)
    {
        var question = (await Questions(opened)).First(which);
        var page = await visitor.Open(opened.Path + "/pertanyaan");
        return await fill(page.Form("Catat jawaban").Set("Question", question.Id.ToString())).Press("Catat jawaban");
    }

    [Fact]
    public async Task Cancelling_brings_the_case_back()
    {
        var (opened, browser) = await Asked();
        var page = await browser.Open(opened.Path + "/pertanyaan");
        await page.Form("Batalkan permintaan").Press("Batalkan permintaan");
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
        Assert.Empty(await Questions(opened));
        Assert.Null((await server.Look(opened)).PausedAt);
    }

    [Theory]
    [InlineData("", "Text", "", "Pilih dokumen")]
    [InlineData("Dengan siapa?", "Choice", "Sendiri", "2 sampai 10")]
    [InlineData("Dengan siapa?", "Choice", "Sendiri\nSendiri", "2 sampai 10")]
    [InlineData("LONG", "Text", "", "300")]
    public async Task A_question_that_is_none_is_refused_and_kept(string text, string kind, string options, string said)
    {
        if (text == "LONG") text = new string('a', 301);
        var opened = await server.Case(new WantedCase { Service = "sandang" });
        var browser = await server.SignedIn(Roles.Operator);
        var page = await browser.Open(opened.Path + "/tanya");
        var refused = await page.Form("Pertanyaan").Set("Documents").Set("Questions[0].Text", text).Set("Questions[0].Kind", kind).Set("Questions[0].Options", options).Press("Minta kelengkapan");
        Assert.Contains(said, refused.Faults());
        Assert.Equal(text, refused.Shown("Questions[0].Text"));
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
    }

    [Fact]
    public async Task A_supervisor_asks_while_planning_a_visit_and_the_case_comes_back_there()
    {
        var opened = await server.Case(new WantedCase { Service = "sandang", Step = CaseStep.VisitPlanning });
        var browser = await server.SignedIn(Roles.Supervisor);
        var page = await browser.Open(opened.Path + "/tanya");
        await page.Form("Pertanyaan").Set("Documents").Set("Questions[0].Text", "Ada di rumah hari apa?").Press("Minta kelengkapan");
        await Answer((await Questions(opened)).Single().Id, "Selasa");
        Assert.Equal(CaseStep.VisitPlanning, (await server.Look(opened)).Step);
    }

    [Theory]
    [InlineData(CaseStep.ManagerReview)]
    [InlineData(CaseStep.Completed)]
    public async Task At_other_steps_nobody_asks(CaseStep step)
    {
        var opened = await server.Case(new WantedCase { Service = "sandang", Step = step });
        var page = await (await server.SignedIn(Roles.Operator)).Open(opened.Path + "/tanya");
        Assert.Contains("tidak bisa ditanya", page.Text);
    }
}
