using AngleSharp.Dom;
using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Tests.Completeness;
using Layar.Cases.Visits;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Suggestions;

[Collection("work"), Trait("Kind", "page")]
public sealed class SuggestionTests(WorkServer server)
{
    private static readonly WantedCase Elderly = new()
    {
        Step = CaseStep.Completeness, Service = "permakanan", Person = new PersonFacts { Name = "Aminah Contoh", BirthDate = new(1950, 1, 1), Sex = "P", AgeGroup = "elderly" },
    };

    private static IElement Panel(Page page) => page.Document.QuerySelectorAll(".card").First(c => c.QuerySelector("h2")?.TextContent.Contains("Program yang mungkin") == true);

    private static IElement Programme(Page page, string code) => page.Document.QuerySelectorAll(".match").Single(m => m.QuerySelector($"a[href='/petugas/program/{code}']") is not null);

    private async Task Visited(OpenedCase opened, params (string Question, string Answer)[] answers) => await server.Within(async s =>
    {
        var now = server.Time.GetUtcNow().UtcDateTime;
        var (visit, group) = (new HomeVisitId(Guid.CreateVersion7()), new VisitGroupId(Guid.CreateVersion7()));
        var given = answers.GroupBy(a => a.Question).ToDictionary(g => g.Key, g => g.Select(a => a.Answer).ToArray());
        await s.GetRequiredService<GroupCommit>().Write([
            new HomeVisit { Id = visit, CaseId = opened.Id, FormVersion = 1, State = VisitState.Done, StartsAt = now, EndsAt = now, EndedAt = now, VisitorId = Guid.NewGuid(), VisitorName = "Rahmawati", PlannedById = Guid.NewGuid(), Version = 1 },
            new VisitGroup { Id = group, VisitId = visit, Code = "kunjungan", SealedAnswers = s.GetRequiredService<VisitReading>().Seal(given, group), SavedAt = now, SavedBy = "Rahmawati", Version = 1 }], CancellationToken.None);
        return true;
    });

    [Fact]
    public async Task A_case_shows_programmes_with_lights_reasons_source_and_age()
    {
        var opened = await server.Case(Elderly);
        await Visited(opened, ("ditemui", "ya"), ("bertempat-tinggal", "ya"), ("tinggal-dengan", "sendiri"), ("ada-perawat", "tidak"), ("jkn", "tidak-ada"), ("penerangan", "lebih"));
        var browser = await server.SignedIn(Roles.Operator);
        var nearest = await browser.Open(opened.Path);
        Assert.InRange(Panel(nearest).QuerySelectorAll(".match").Length, 6, 11);
        Assert.Equal("Tidak", Panel(nearest).QuerySelectorAll(".match").Last().QuerySelector(".pill")!.TextContent.Trim());
        var page = await browser.Open(Panel(nearest).QuerySelector($"a[href='{opened.Path}/program-mungkin']")!.GetAttribute("href")!);
        var care = Programme(page, "perawatan-rumah");
        Assert.Equal("Mungkin", care.QuerySelector(".pill")!.TextContent.Trim());
        Assert.Contains("Keadaan: ", care.TextContent);
        Assert.Contains("tinggal sendirian", care.TextContent);
        Assert.Contains("Kunjungan rumah, ", care.TextContent);
        var meals = Programme(page, "permakanan");
        Assert.Matches(@"^Perlu data · \d dari \d syarat$", meals.QuerySelector(".pill")!.TextContent);
        Assert.Contains("Usia: 76 tahun (syarat: paling sedikit 60 tahun)", meals.TextContent);
        Assert.Contains("Laporan warga, ", meals.TextContent);
        Assert.Contains("Belum diketahui: ber-KTP atau KK di daerah ini", meals.TextContent);
        Assert.Equal("Tidak", Programme(page, "subsidi-listrik").QuerySelector(".pill")!.TextContent.Trim());
        Assert.Contains("1.300 VA", Programme(page, "subsidi-listrik").TextContent);
    }

    [Fact]
    public async Task What_the_person_gets_already_is_said_with_its_source_and_stands_last()
    {
        var opened = await server.Case(Elderly);
        await Visited(opened, ("ditemui", "ya"), ("bertempat-tinggal", "ya"), ("bantuan-diterima", "sembako"));
        var page = await (await server.SignedIn(Roles.Operator)).Open(opened.Path + "/program-mungkin");
        var food = Programme(page, "sembako");
        Assert.Contains("Sudah menerima", food.TextContent);
        Assert.Contains("Kunjungan rumah, ", food.TextContent);
        Assert.Contains("Periksa apakah masih berjalan", food.TextContent);
        Assert.DoesNotContain("Sudah menerima", Programme(page, "pkh").TextContent);
        Assert.Null(food.NextElementSibling);
    }

    [Fact]
    public async Task A_paper_in_the_file_is_known_and_an_open_programme_counts_its_conditions_and_names_the_choice()
    {
        var opened = await server.Case(Elderly);
        var paper = new CaseDocument { Id = new(Guid.CreateVersion7()), CaseId = opened.Id, Code = "sktm", State = DocumentState.Present, ChangedAt = server.Time.GetUtcNow().UtcDateTime, ChangedBy = "Operator" };
        await server.Within(async s =>
        {
            await s.GetRequiredService<GroupCommit>().Write([paper], CancellationToken.None);
            return true;
        });
        var page = await (await server.SignedIn(Roles.Operator)).Open(opened.Path + "/program-mungkin");
        Assert.Contains("Punya surat keterangan tidak mampu: ya · Surat di berkas, ", Programme(page, "sandang").TextContent);
        Assert.Contains("dari 4 syarat", Programme(page, "permakanan").TextContent);
        Assert.Contains("keadaan: tidak ada yang merawat (telantar)", Programme(page, "permakanan").TextContent);
    }

    [Fact]
    public async Task What_was_asked_for_stands_first_and_then_what_is_known_to_speak_for_it()
    {
        var opened = await server.Case(Elderly);
        var page = await (await server.SignedIn(Roles.Operator)).Open(opened.Path + "/program-mungkin");
        var open = page.Document.QuerySelectorAll(".match").Where(m => m.QuerySelector(".pill")!.TextContent.Contains("Perlu data", StringComparison.Ordinal))
            .Select(m => m.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1]).ToList();
        Assert.Contains("permakanan", open.Take(2));
        Assert.InRange(open.IndexOf("pkh"), 2, open.IndexOf("rujukan-napza") - 1);
    }

    [Fact]
    public async Task Nothing_known_is_never_no()
    {
        var opened = await server.Case(Elderly with { Person = new PersonFacts { Name = "Tanpa Data" } });
        var page = await (await server.SignedIn(Roles.Operator)).Open(opened.Path);
        Assert.All(Panel(page).QuerySelectorAll(".match .pill"), p => Assert.StartsWith("Perlu data", p.TextContent.Trim()));
    }

    [Fact]
    public async Task One_press_asks_the_reporter_and_the_answer_becomes_a_fact()
    {
        var opened = await server.Case(Elderly);
        var browser = await server.SignedIn(Roles.Operator);
        var page = await browser.Open(opened.Path);
        Assert.Contains("menentukan", Panel(page).QuerySelector(".ask-list li")!.TextContent);
        var button = Panel(page).QuerySelector("button[value='warga']")!;
        Assert.Equal("Tanyakan kepada pelapor: Apakah KTP atau KK-nya dari daerah ini?", button.GetAttribute("aria-label"));
        var sent = await page.Form("Tanyakan").Press("Tanyakan", "warga");
        Assert.Equal(opened.Path, sent.Location);
        var question = await server.Within(s => s.GetRequiredService<AppDb>().Set<CaseQuestion>().AsNoTracking().SingleAsync(q => q.CaseId == opened.Id));
        Assert.Equal(("warga", QuestionKind.Choice, "Ya\nTidak\nTidak tahu"), (question.Fact, question.Kind, question.Options));
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
        Assert.Contains("Sudah ditanyakan", Panel(await browser.Open(opened.Path)).TextContent);
        var answered = await server.Within(s => s.GetRequiredService<ICaseQuestions>().AnswerAsReporter(question.Id.Value, "Ya", null, CancellationToken.None));
        Assert.True(answered.IsDone);
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
        var meals = Programme(await browser.Open(opened.Path + "/program-mungkin"), "permakanan");
        Assert.Contains("Ber-KTP atau KK di daerah ini: ya · Jawaban pelapor, ", meals.TextContent);
    }

    [Fact]
    public async Task What_a_programme_lacks_is_asked_beside_it_by_who_may_ask_and_only_what_was_not_asked_yet()
    {
        var opened = await server.Case(Elderly);
        var page = await (await server.SignedIn(Roles.Operator)).Open(opened.Path + "/program-mungkin");
        var wanted = Wanted(page)!;
        Assert.Contains("warga", wanted.Split(','));
        Assert.Equal(opened.Path, (await page.Form("tanya-fakta").Press("Tanyakan", wanted)).Location);
        Assert.DoesNotContain("warga", (Wanted(await page.Visitor.Open(page.Path)) ?? "").Split(','));
        Assert.Empty((await (await server.SignedIn(Roles.Auditor)).Open(opened.Path + "/program-mungkin")).Document.QuerySelectorAll(".reason-ask button"));

        static string? Wanted(Page page) => Programme(page, "permakanan").QuerySelector(".reason-ask button[form=tanya-fakta]")?.GetAttribute("value");
    }

    [Theory]
    [InlineData(CaseStep.VisitScheduled, Roles.Supervisor)]
    [InlineData(CaseStep.ManagerReview, Roles.Manager)]
    public async Task Whoever_works_on_the_case_may_ask_on_the_side_while_the_clock_runs(CaseStep step, string role)
    {
        var opened = await server.Case(Elderly with { Step = step });
        var before = await server.Look(opened);
        var page = await (await server.SignedIn(role)).Open(opened.Path);
        Assert.Equal(opened.Path, (await page.Form("Tanyakan").Press("Tanyakan", "warga")).Location);
        var after = await server.Look(opened);
        Assert.Equal((step, before.NextDueAt, before.PausedAt), (after.Step, after.NextDueAt, after.PausedAt));
        var asked = Assert.Single(await server.Acts(opened), a => a.Kind == "FactsAsked");
        Assert.Contains("warga", asked.After!, StringComparison.Ordinal);
        await page.Visitor.Open(opened.Path);
        Assert.Contains("sudah ditanyakan", (await (await page.Visitor.Open(opened.Path)).Form("Tanyakan").Press("Tanyakan", "warga")).Faults(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_case_that_waits_for_papers_waits_for_them_and_not_for_a_fact_asked_on_the_side()
    {
        var opened = await server.Case(Elderly with { Step = CaseStep.AwaitingReporter });
        var (paper, fact) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.Within(async s =>
        {
            await s.GetRequiredService<GroupCommit>().Write([Asked(s, opened, paper, null), Asked(s, opened, fact, "warga")], CancellationToken.None);
            return true;
        });
        Assert.True((await Answer(fact)).IsDone);
        Assert.Equal(CaseStep.AwaitingReporter, (await server.Look(opened)).Step);
        Assert.True((await Answer(paper)).IsDone);
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);

        var closed = await server.Case(Elderly with { Step = CaseStep.Completed });
        var late = Guid.CreateVersion7();
        await server.Within(async s =>
        {
            await s.GetRequiredService<GroupCommit>().Write([Asked(s, closed, late, "warga")], CancellationToken.None);
            return true;
        });
        Assert.Equal("completeness.question.gone", (await Answer(late)).Refusal?.Code);
    }

    private Task<Layar.Kernel.Outcomes.Outcome> Answer(Guid question) => server.Within(s => s.GetRequiredService<ICaseQuestions>().AnswerAsReporter(question, "Ya", null, CancellationToken.None));

    private CaseQuestion Asked(IServiceProvider s, OpenedCase opened, Guid id, string? fact) => new()
    {
        Id = new(id), CaseId = opened.Id, Kind = QuestionKind.Choice, SealedText = s.GetRequiredService<Layar.Kernel.Secrets.FieldCipher>().Seal("Apakah begitu?", CaseQuestion.TextColumn, id)!,
        Options = "Ya\nTidak", Fact = fact, AskedAt = server.Time.GetUtcNow().UtcDateTime, AskedBy = "Operator",
    };

    [Fact]
    public async Task In_an_emergency_nobody_is_asked_neither_here_nor_there()
    {
        var opened = await server.Case(Elderly with { Step = CaseStep.UrgentResponse });
        var browser = await server.SignedIn(Roles.Supervisor);
        Assert.Empty((await browser.Open(opened.Path)).Document.QuerySelectorAll("form[action$='handler=fakta'] button"));
        var page = await browser.Open(opened.Path + "/tanya");
        Assert.Contains("tolong dulu", page.Text);
        Assert.Null(page.Document.QuerySelector("[name='Questions[0].Text']"));
    }

    [Fact]
    public async Task Several_facts_are_asked_at_once_and_an_unknown_one_is_refused()
    {
        var opened = await server.Case(Elderly);
        var page = await (await server.SignedIn(Roles.Operator)).Open(opened.Path);
        var refused = await page.Form("Tanyakan").Press("Tanyakan", "sihir");
        Assert.Contains("Pertanyaan ini tidak dikenal", refused.Faults());
        await page.Form("Tanyakan").Press("sekaligus");
        var asked = await server.Within(s => s.GetRequiredService<AppDb>().Set<CaseQuestion>().AsNoTracking().Where(q => q.CaseId == opened.Id).ToListAsync());
        Assert.Equal(4, asked.Select(q => q.Fact).Distinct().Count());
    }

    [Fact]
    public async Task Who_may_not_ask_sees_the_questions_without_buttons_and_a_closed_case_suggests_nothing()
    {
        var opened = await server.Case(Elderly);
        var auditor = await server.SignedIn(Roles.Auditor);
        Assert.Empty(Panel(await auditor.Open(opened.Path)).QuerySelectorAll("button"));
        var closed = await server.Case(Elderly with { Step = CaseStep.Completed });
        Assert.DoesNotContain("Program yang mungkin", (await auditor.Open(closed.Path)).Text);
        Assert.Equal(404, (int)(await auditor.Open(closed.Path + "/program-mungkin")).Status);
    }

    [Fact, Trait("Kind", "budget")]
    public async Task With_person_visit_and_answers_the_page_asks_at_most_twelve_queries()
    {
        var opened = await server.Case(Elderly with { Person = Elderly.Person! with { Nik = "6311024101500003", Area = "63.11.02.2004" } });
        await Visited(opened, ("ditemui", "ya"), ("jkn", "tidak-ada"));
        var browser = await server.SignedIn(Roles.Operator);
        await (await browser.Open(opened.Path)).Form("Tanyakan").Press("Tanyakan", "warga,desil");
        var count = await server.Queries.Quietest(() => browser.Open(opened.Path));
        Assert.True(count <= 12, $"{count}: {string.Join("\n", server.Queries.Commands)}");
    }
}
