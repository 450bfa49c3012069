using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits;

internal sealed record VisitPanelModel(string Number, HomeVisit Visit, VisitAnswers Answers, string? Report);

/// <summary>"Hasil kunjungan": answers by group, scores, photos and place of the last visit that was made.</summary>
internal sealed class VisitPanel(AppDb db, VisitReading reading, RecordVisit.RecordVisit record) : ICasePanel
{
    public PanelPlace Place => PanelPlace.Main;

    public int Order => 30;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        var visit = await db.Set<HomeVisit>().AsNoTracking().Where(v => v.CaseId == summary.Id && v.State == VisitState.Done)
            .OrderByDescending(v => v.Id).FirstOrDefaultAsync(stop);
        return visit is null ? null
            : new("/Visits/CasePanel/Result.cshtml", new VisitPanelModel(summary.Number, visit, await reading.Of(visit, stop), record.Report(visit)));
    }
}
