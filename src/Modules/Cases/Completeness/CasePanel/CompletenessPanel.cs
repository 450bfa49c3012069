using Layar.Cases.Completeness.CheckReport;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Identity.Contracts;

namespace Layar.Cases.Completeness;

internal sealed record QuestionsPanelModel(string Number, IReadOnlyList<OpenQuestion> Questions)
{
    public int Waiting => Questions.Count(q => q.AnsweredAt is null);
}

internal sealed record CompletenessPanelModel(string Number, CaseChecklist Checklist, bool MayCheck);

/// <summary>"Kelengkapan · 4 dari 5" beside a case.</summary>
internal sealed class CompletenessPanel(Checklists checklists, OnThePage page) : ICasePanel
{
    public PanelPlace Place => PanelPlace.Side;

    public int Order => 20;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        var person = (await page.Person(summary.PersonId, stop))?.Facts;
        var (ticked, documents) = await page.Checked(summary.Id, stop);
        var list = checklists.Shown(summary, person, ticked, documents);
        return new("/Completeness/CasePanel/Completeness.cshtml", new CompletenessPanelModel(summary.Number, list, CheckDocuments.Allowed(summary.Step, viewer)));
    }
}

/// <summary>What the reporter was asked, while something is open or was answered.</summary>
internal sealed class QuestionsPanel(OnThePage page, AskedQuestions questions) : ICasePanel
{
    public PanelPlace Place => PanelPlace.Main;

    public int Order => 10;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        var all = (await page.Questions(summary.Id, stop)).Select(questions.Shown).ToList();
        return all.Count == 0 ? null : new("/Completeness/CasePanel/Questions.cshtml", new QuestionsPanelModel(summary.Number, all));
    }
}
