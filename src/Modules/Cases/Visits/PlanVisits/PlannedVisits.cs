using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.PlanVisits;

internal sealed record VisitRow(string Number, string Title, string? Area, DateTime At, DateTime? Until, string? Visitor, DateTime? Due);

/// <summary>Lists of a person who plans or makes visits; pages go on after the last row seen.</summary>
internal sealed class PlannedVisits(AppDb db, CaseVisibility visibility)
{
    public const int PageSize = 50;

    public Task<List<VisitRow>> Planned(StaffMember member, ListPlace? after, CancellationToken stop)
    {
        var me = member.Id.Value;
        var mine = Mine(member, VisitState.Scheduled).Where(x => x.Visit.VisitorId == me && x.File.Step == CaseStep.VisitScheduled);
        if (after is { } place) mine = mine.Where(x => x.Visit.StartsAt > place.At || (x.Visit.StartsAt == place.At && string.Compare(x.File.Number, place.Number) > 0));
        return Rows(mine.OrderBy(x => x.Visit.StartsAt).ThenBy(x => x.File.Number)).Take(PageSize + 1).ToListAsync(stop);
    }

    public Task<List<VisitRow>> Done(StaffMember member, ListPlace? after, CancellationToken stop)
    {
        var mine = Mine(member, VisitState.Done);
        if (after is { } place) mine = mine.Where(x => x.Visit.StartsAt < place.At || (x.Visit.StartsAt == place.At && string.Compare(x.File.Number, place.Number) > 0));
        return Rows(mine.OrderByDescending(x => x.Visit.StartsAt).ThenBy(x => x.File.Number)).Take(PageSize + 1).ToListAsync(stop);
    }

    /// <summary>Visits this officer is sent on, that should begin before a time.</summary>
    public Task<List<VisitRow>> Own(StaffMember member, DateTime before, CancellationToken stop)
    {
        var me = member.Id.Value;
        var mine = Mine(member, VisitState.Scheduled).Where(x => x.Visit.VisitorId == me && x.Visit.StartsAt < before && x.File.Step == CaseStep.VisitScheduled);
        return Rows(mine.OrderBy(x => x.Visit.StartsAt).ThenBy(x => x.File.Number)).Take(PageSize).ToListAsync(stop);
    }

    /// <summary>Cases that wait for a day, the most pressing first.</summary>
    public Task<List<VisitRow>> ToPlan(StaffMember member, ListPlace? after, CancellationToken stop)
    {
        var cases = visibility.Filter(db.Set<CaseFile>().AsNoTracking(), member).Where(c => c.Step == CaseStep.VisitPlanning);
        if (after is { } place) cases = cases.Where(c => c.NextDueAt > place.At || (c.NextDueAt == place.At && string.Compare(c.Number, place.Number) > 0));
        return cases.OrderBy(c => c.NextDueAt).ThenBy(c => c.Number)
            .Select(c => new VisitRow(c.Number, c.Title, c.Area, c.NextDueAt ?? c.StepSince, null, null, c.NextDueAt)).Take(PageSize + 1).ToListAsync(stop);
    }

    private IQueryable<Pair> Mine(StaffMember member, VisitState state)
    {
        var me = member.Id.Value;
        // A report that became secret afterwards is nobody's to see but of those named for it.
        var cases = visibility.WithoutSecrets(db.Set<CaseFile>().AsNoTracking(), member);
        return db.Set<HomeVisit>().AsNoTracking().Where(v => v.State == state && (v.VisitorId == me || v.PlannedById == me))
            .Join(cases, v => v.CaseId, c => c.Id, (v, c) => new Pair { Visit = v, File = c });
    }

    private static IQueryable<VisitRow> Rows(IQueryable<Pair> pairs) =>
        pairs.Select(x => new VisitRow(x.File.Number, x.File.Title, x.File.Area, x.Visit.StartsAt, x.Visit.EndsAt, x.Visit.VisitorName, x.File.NextDueAt));

    private sealed class Pair
    {
        public required HomeVisit Visit { get; init; }
        public required CaseFile File { get; init; }
    }
}

/// <summary>The last row of a page, as it stands in the address: <c>639000000000000000-BLG-7K4M</c>.</summary>
internal readonly record struct ListPlace(DateTime At, string Number)
{
    public static ListPlace? Read(string? text) =>
        text?.Split('-', 2) is [var ticks, var number] && long.TryParse(ticks, out var at) && at is >= 0 and < 3155378975999999999
            ? new(new DateTime(at, DateTimeKind.Utc), number) : null;

    public override string ToString() => $"{At.Ticks}-{Number}";
}
