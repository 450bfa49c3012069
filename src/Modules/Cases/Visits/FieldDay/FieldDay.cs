using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits.PlanVisits;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.FieldDay;

/// <summary>An emergency that somebody must go to.</summary>
internal sealed record Errand(string Number, string Title, string? Area, DateTime Since, DateTime? Due);

/// <summary>What takes somebody out of the office: own visits until the end of the week ahead, and emergencies.</summary>
internal sealed class FieldDay(AppDb db, PlannedVisits visits, CaseVisibility visibility, TimeProvider time)
{
    private const int DaysAhead = 7;
    private const int MostErrands = 20;

    /// <summary>Own visits, those left over from earlier days first.</summary>
    public Task<List<VisitRow>> Visits(StaffMember member, CancellationToken stop)
    {
        var until = Wita.Utc(Wita.Day(time.GetUtcNow().UtcDateTime).AddDays(DaysAhead + 1).ToDateTime(TimeOnly.MinValue));
        return visits.Own(member, until, stop);
    }

    /// <summary>Emergencies that this officer answers, the most pressing first.</summary>
    public async Task<IReadOnlyList<Errand>> Errands(StaffMember member, CancellationToken stop)
    {
        if (!Steps.Of(CaseStep.UrgentResponse).Holders.Any(member.Has)) return [];
        return await visibility.Filter(db.Set<CaseFile>().AsNoTracking(), member).Where(c => c.Step == CaseStep.UrgentResponse)
            .OrderBy(c => c.NextDueAt).ThenBy(c => c.Id).Take(MostErrands)
            .Select(c => new Errand(c.Number, c.Title, c.Area, c.StepSince, c.NextDueAt)).ToListAsync(stop);
    }

    /// <summary>Cases that wait for a day, for those who plan.</summary>
    public async Task<int> ToPlan(StaffMember member, CancellationToken stop) =>
        member.Has(Roles.Supervisor) ? await visibility.Filter(db.Set<CaseFile>(), member).CountAsync(c => c.Step == CaseStep.VisitPlanning, stop) : 0;
}
