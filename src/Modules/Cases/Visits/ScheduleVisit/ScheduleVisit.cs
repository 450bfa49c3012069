using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.ScheduleVisit;

/// <param name="Sure">the supervisor has read the warnings about day and hour</param>
internal sealed record Scheduling(string Number, int CaseVersion, DateOnly? Day, string? From, string? To, Guid? Visitor, string? Reason, bool Sure);

/// <summary>Plans a visit, or plans it anew with a reason.</summary>
internal sealed class ScheduleVisit(
    AppDb db, Change change, CaseAtHand hand, VisitAtHand visits, VisitorChoice visitors, CaseProcess process, ICatalogue catalogue, WorkingCalendar calendar, TimeProvider time)
{
    public const string Warned = "visits.refused.warned";

    public Task<Outcome> Handle(Scheduling wanted, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(wanted.Number, member, wanted.CaseVersion, stop)).TryGet(out var file, out var refusal)) return refusal;
        var read = VisitTime.Read(wanted.Day, wanted.From, wanted.To, time.GetUtcNow().UtcDateTime);
        var visitor = (await visitors.For(file, member, stop)).FirstOrDefault(v => v.StaffId == wanted.Visitor);
        if (Refusal.Of(read.Refusal, visitor is null ? new("visits.refused.visitor", "Visitor") : null) is { } fault) return fault;
        if (!read.TryGet(out var at, out refusal)) return refusal;
        if (!wanted.Sure && at.Warnings(calendar).Count > 0) return new Refusal(Warned, "Sure");
        var done = await process.Do(file, CaseActKind.ScheduleVisit, member, Detail(wanted, at, visitor!), stop);
        if (!done.IsDone) return done;
        await Plan(file, at, visitor!, member, stop);
        return Outcome.Success;
    }, stop);

    private static CaseActDetail Detail(Scheduling wanted, VisitTime at, HomeVisitor visitor) =>
        new(wanted.CaseVersion, wanted.Reason, After: new { from = at.From, to = at.To, visitor = visitor.Name });

    private async Task Plan(CaseFile file, VisitTime at, HomeVisitor visitor, StaffMember member, CancellationToken stop)
    {
        (file.VisitFrom, file.VisitTo, file.VisitorName) = (at.From, at.To, visitor.Name);
        var visit = await visits.Last(file.Id).FirstOrDefaultAsync(stop);
        if (visit is { State: VisitState.Scheduled })
        {
            (visit.StartsAt, visit.EndsAt, visit.VisitorId, visit.VisitorName, visit.PlannedById) = (at.From, at.To, visitor.StaffId, visitor.Name, member.Id.Value);
            visit.Version++;
            return;
        }
        var now = time.GetUtcNow().UtcDateTime;
        db.Add(new HomeVisit
        {
            Id = new HomeVisitId(Guid.CreateVersion7(now)), CaseId = file.Id, FormVersion = catalogue.CurrentAssessmentForm(Wita.Day(now)).Version,
            State = VisitState.Scheduled, StartsAt = at.From, EndsAt = at.To, VisitorId = visitor.StaffId, VisitorName = visitor.Name,
            PlannedById = member.Id.Value, Version = 1,
        });
    }
}

/// <summary>Whom a supervisor may send: self, and the staff of the area; to a secret case only officers named for it.</summary>
internal sealed class VisitorChoice(AppDb db, IEnumerable<IHomeVisitors> registers)
{
    public async Task<IReadOnlyList<HomeVisitor>> For(CaseFile file, StaffMember member, CancellationToken stop)
    {
        var all = new List<HomeVisitor> { new(member.Id.Value, member.Name, Roles.Supervisor) };
        foreach (var register in registers) all.AddRange(await register.ForArea(file.Area, stop));
        var distinct = all.DistinctBy(v => v.StaffId).ToList();
        if (!file.Secret) return distinct;
        var named = await db.Set<CaseOfficer>().Where(o => o.CaseId == file.Id).Select(o => o.StaffId).ToListAsync(stop);
        return [.. distinct.Where(v => v.StaffId == member.Id.Value || named.Contains(v.StaffId))];
    }
}
