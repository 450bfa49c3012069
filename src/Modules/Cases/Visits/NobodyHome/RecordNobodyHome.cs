using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.NobodyHome;

/// <summary>"Tidak ada orang": the visit was made in vain, the case goes back to planning.</summary>
internal sealed class RecordNobodyHome(Change change, CaseAtHand hand, VisitAtHand visits, CaseProcess process, TimeProvider time)
{
    public const string Early = "visits.nobody.early";

    public Task<Outcome> Handle(string number, int version, string? reason, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(number, member, version, stop)).TryGet(out var file, out var refusal)) return refusal;
        var visit = await visits.Last(file.Id).FirstOrDefaultAsync(stop) is { State: VisitState.Scheduled } planned ? planned : null;
        if (visit is not null && Wita.Day(time.GetUtcNow().UtcDateTime) < Wita.Day(visit.StartsAt)) return new Refusal(Early, "Absence", Wita.Date(visit.StartsAt));
        var done = await process.Do(file, CaseActKind.RecordNobodyHome, member, new(version, reason), stop);
        if (!done.IsDone) return done;
        (file.VisitFrom, file.VisitTo, file.VisitorName) = (null, null, null);
        if (visit is null) return Outcome.Success;
        (visit.State, visit.EndedAt) = (VisitState.NobodyHome, time.GetUtcNow().UtcDateTime);
        visit.Version++;
        return Outcome.Success;
    }, stop);
}
