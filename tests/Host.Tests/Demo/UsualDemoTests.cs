using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Search;
using Layar.Cases.Visits;
using Layar.Catalogue.Contracts;
using Layar.Host.Demo;
using Layar.Identity.Contracts;
using Layar.Insight.Rollup;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Letters.Checking;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.Survey.Contracts;
using Layar.Survey.Solved;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Host.Tests.Demo;

[Trait("Kind", "slice"), Collection(UsualDemos.Name)]
public sealed class UsualDemoTests(UsualDemo demo)
{
    private DemoSite Site => demo.Site;

    [Fact]
    public async Task Every_step_of_a_case_and_every_state_of_a_letter_is_there()
    {
        Assert.Empty(Enum.GetValues<CaseStep>().Except((await Site.All<CaseFile>()).Select(c => c.Step)));
        Assert.Empty(Enum.GetValues<LetterState>().Except((await Site.All<Letter>()).Select(l => l.State)));
        Assert.Empty(Enum.GetValues<VisitState>().Except([VisitState.Cancelled]).Except((await Site.All<HomeVisit>()).Select(v => v.State)));
    }

    [Fact]
    public async Task Every_village_has_a_case() =>
        Assert.Equal(157, (await Site.All<CaseFile>()).Select(c => c.Area).Distinct().Count());

    [Fact]
    public async Task No_NIK_can_belong_to_anybody()
    {
        var niks = await Site.Within(async s =>
        {
            var found = new List<string?>();
            foreach (var person in await Site.All<Person>()) found.Add((await s.GetRequiredService<IPersons>().Find(person.Id, default))!.Facts.Nik);
            return found;
        });
        Assert.Contains(niks, n => n is not null);
        Assert.All(niks.OfType<string>(), n => Assert.EndsWith("0000", n));
    }

    [Fact]
    public async Task The_chain_of_acts_and_the_sealed_days_verify()
    {
        var result = await Site.Within(async s =>
        {
            await s.GetRequiredService<DaySealer>().SealFinishedDays(default);
            return await s.GetRequiredService<AuditVerifier>().Verify(default);
        });
        Assert.Null(result.Broken);
        Assert.True(result is { Acts: > 1500, Seals: > 100 }, result.ToString());
    }

    [Fact]
    public async Task A_visit_that_was_made_has_the_whole_form_and_a_report()
    {
        var done = (await Site.All<HomeVisit>()).Where(v => v.State == VisitState.Done).ToList();
        var read = await Site.Within(async s =>
        {
            var all = new List<(HomeVisit Visit, VisitAnswers Answers)>();
            foreach (var visit in done) all.Add((visit, await s.GetRequiredService<VisitReading>().Of(visit, default)));
            return all;
        });
        Assert.NotEmpty(read);
        Assert.All(read, v => Assert.Empty(v.Answers.Result.Faults));
        Assert.All(read, v => Assert.NotNull(v.Visit.SealedReport));
        Assert.True(read.Select(v => v.Answers.Result.Scores[0].Value).Distinct().Count() > 2);
    }

    [Fact]
    public async Task Papers_questions_and_officers_stand_where_the_step_leaves_them()
    {
        var (cases, documents, questions, officers) = (await Site.All<CaseFile>(), await Site.All<CaseDocument>(), await Site.All<CaseQuestion>(), await Site.All<CaseOfficer>());
        var catalogue = Site.Services.GetRequiredService<ICatalogue>();
        bool Asks(CaseFile file) => catalogue.RequirementsFor(catalogue.Service(file.Service!, new(2026, 11, 20))!, Circumstances.None).Any(r => r.Need != RequirementNeed.IfAny);
        Assert.All(cases.Where(c => c.Step is CaseStep.ManagerReview or CaseStep.LetterReady).Where(Asks), c => Assert.Contains(documents, d => d.CaseId == c.Id));
        Assert.All(cases.Where(c => c.Step == CaseStep.AwaitingReporter), c => Assert.Contains(questions, q => q.CaseId == c.Id && q.Waits));
        Assert.Equal(3, questions.Select(q => q.Kind).Distinct().Count());
        Assert.All(cases.Where(c => c.Secret && c.Step is CaseStep.VisitScheduled or CaseStep.ManagerReview && c.Secret), c => Assert.Contains(officers, o => o.CaseId == c.Id));
        Assert.All(cases.Where(c => c.Step == CaseStep.ReferredOut), c => Assert.NotNull(c.Agency));
        Assert.All(cases.Where(c => c.Step == CaseStep.Merged), c => Assert.Contains(cases, main => main.Id == c.MergedInto && main.ReportCount > 1));
    }

    [Fact]
    public async Task Letters_that_are_out_are_valid_files_numbered_in_the_order_of_their_days()
    {
        var letters = await Site.All<Letter>();
        var files = (await Site.All<StoredFile>()).ToDictionary(f => f.Id);
        var sealedOnes = letters.Where(l => l is { State: LetterState.HandedOver, Way: SignatureWay.OfficeKey }).Take(3).ToList();
        Assert.Equal(3, sealedOnes.Count);
        foreach (var letter in sealedOnes)
        {
            var finding = await Site.Within(async s => await s.GetRequiredService<LetterVerifier>().ByFile(await s.GetRequiredService<IFileStore>().Get(files[letter.FileId!.Value], default), default));
            Assert.True(finding.Verdict is Verdict.Valid or Verdict.Expired, finding.Verdict.ToString());
        }
        Assert.All(letters.Where(l => l.IsOut || l.State == LetterState.Revoked), l => Assert.True(files.ContainsKey(l.FileId!.Value)));
        Assert.All(letters.Where(l => l.Number is not null).GroupBy(l => (l.Book, l.Year)), book => Assert.Equal(book.OrderBy(l => l.Number).Select(l => l.Date), book.Select(l => l.Date).Order()));
    }

    [Fact]
    public async Task Hand_overs_surveys_and_the_last_question_are_answered()
    {
        var handovers = await Site.All<Handover>();
        Assert.True(handovers.Select(h => h.IdentityCheck).Distinct().Count() == 4);
        Assert.Contains(handovers, h => h.SignatureFileId is not null);
        Assert.Empty(Enum.GetValues<SolvedAnswer>().Except((await Site.All<SolvedQuestion>()).Select(q => q.Answer).OfType<SolvedAnswer>()));
        var index = await Site.Within(s => s.GetRequiredService<ISatisfaction>().For(new(2026, 1, 1), new(2026, 12, 31), default));
        Assert.True(index is { Answers: > 20, Index: > 70 and < 95 }, index?.ToString());
    }

    [Fact]
    public async Task Search_and_figures_are_ready()
    {
        var cases = await Site.All<CaseFile>();
        Assert.Equal(cases.Count(c => !c.Secret), (await Site.All<SearchRow>()).Count);
        Assert.Equal(cases.Count(c => c.Step != CaseStep.Merged), (await Site.All<CaseDay>()).Where(d => d.Facet == Facet.District).Sum(d => d.Received));
    }

    [Fact]
    public async Task Who_signs_is_who_signs_in()
    {
        var staff = await Site.Within(s => DemoStaff.Read(s.GetRequiredService<AppDb>(), default));
        var instance = Site.Services.GetRequiredService<ICatalogue>().Instance;
        string Official(string position) => instance.OfficialFor(position, new(2026, 11, 20))!.Name;
        Assert.Equal(Official("kadis"), staff.Of(Roles.Head).Name);
        Assert.Equal(Official("manajer-slrt"), staff.Of(Roles.Manager).Name);
        Assert.Equal(Official("sekretaris"), staff.Of(Roles.Secretary).Name);
        Assert.All(instance.Divisions.Where(d => d.Services.Count > 0), d => Assert.Equal(Official(d.HeadPosition), staff.Of(Roles.DivisionHead, d.Code).Name));
    }
}
