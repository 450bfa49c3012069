using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits;

/// <summary>Takes a case with its visit in hand. The visitor sent there sees the case for the time of the visit.</summary>
internal sealed class VisitAtHand(AppDb db, CaseVisibility visibility, ReadLog log)
{
    /// <summary>Null when there is none or it is not the officer's to see.</summary>
    public async Task<CaseFile?> Case(string number, StaffMember member, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, stop);
        return file is not null && await MaySee(file, member, stop) ? file : null;
    }

    /// <summary>The case and its last visit, for showing; opening is written down.</summary>
    public async Task<(CaseFile File, HomeVisit? Visit)?> Open(string number, StaffMember member, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (await Case(number, member, stop) is not { } file) return null;
        await log.Opened(member.As([]), "case", file.Id.Value, "visit", stop);
        return (file, await Last(file.Id).AsNoTracking().FirstOrDefaultAsync(stop));
    }

    /// <summary>For change, inside a <see cref="Change"/>: a case with a visit that is still to be made, and an officer who may fill it.</summary>
    public async Task<Outcome<(CaseFile File, HomeVisit Visit)>> Take(string number, StaffMember member, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().FirstOrDefaultAsync(c => c.Number == number, stop);
        if (file is null || !await MaySee(file, member, stop)) return CaseAtHand.NotFound;
        var visit = await Last(file.Id).FirstOrDefaultAsync(stop);
        if (file.Step != CaseStep.VisitScheduled || visit is not { State: VisitState.Scheduled }) return new Refusal("cases.refused.step");
        if (!MayFill(visit, member)) return new Refusal("cases.refused.role");
        return (file, visit);
    }

    /// <summary>Who was sent there may hand in what a phone still holds, also when the visit is over.</summary>
    public async Task<bool> MaySend(CaseFile file, HomeVisit visit, StaffMember member, CancellationToken stop) =>
        MayFill(visit, member) && (await MaySee(file, member, stop) || (!file.Secret && visit.VisitorId == member.Id.Value));

    public static bool MayFill(HomeVisit visit, StaffMember member) => member.Has(Roles.Supervisor) || visit.VisitorId == member.Id.Value;

    public IQueryable<HomeVisit> Last(CaseId id) => db.Set<HomeVisit>().Where(v => v.CaseId == id).OrderByDescending(v => v.Id).Take(1);

    private async Task<bool> MaySee(CaseFile file, StaffMember member, CancellationToken stop)
    {
        if (await visibility.MaySee(file, member, stop)) return true;
        var staff = member.Id.Value;
        return file is { Secret: false, Step: CaseStep.VisitScheduled }
            && await db.Set<HomeVisit>().AnyAsync(v => v.CaseId == file.Id && v.VisitorId == staff && v.State == VisitState.Scheduled, stop);
    }
}
