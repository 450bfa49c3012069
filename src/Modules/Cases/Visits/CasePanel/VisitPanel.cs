using Layar.Cases.Contracts;
using Layar.Identity.Contracts;

namespace Layar.Cases.Visits;

internal sealed record VisitPanelModel(string Number, HomeVisit Visit, VisitAnswers Answers, string? Report);

/// <summary>"Hasil kunjungan": answers by group, scores, photos and place of the last visit that was made.</summary>
internal sealed class VisitPanel(VisitReading reading, RecordVisit.RecordVisit record) : ICasePanel
{
    public PanelPlace Place => PanelPlace.Main;

    public int Order => 30;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        if (await reading.LastMade(summary.Id, stop) is not var (visit, answers)) return null;
        return new("/Visits/CasePanel/Result.cshtml", new VisitPanelModel(summary.Number, visit, answers, record.Report(visit)));
    }
}
