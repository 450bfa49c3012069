using Layar.Cases.Contracts;
using Layar.Cases.Visits.Merging;
using Layar.Identity.Contracts;

namespace Layar.Cases.Visits;

/// <param name="Questions">as the form asks them</param>
internal sealed record WaitingAnswersModel(string Number, IReadOnlyList<string> Questions);

/// <summary>"Isian berbeda": answers of two people to the same question of the visit under way, which a person has to settle.</summary>
internal sealed class WaitingAnswersPanel(VisitAtHand hand, FieldBooks books) : ICasePanel
{
    public PanelPlace Place => PanelPlace.Main;

    public int Order => 5;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        if (summary.Step != CaseStep.VisitScheduled || !viewer.HasAny(HistoryModel.Readers)) return null;
        var questions = await books.Waiting(hand.Last(summary.Id), stop);
        return questions.Count == 0 ? null : new("/Visits/CasePanel/WaitingAnswers.cshtml", new WaitingAnswersModel(summary.Number, questions));
    }
}
