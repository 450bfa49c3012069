using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

internal sealed class CaseReading(AppDb db, CaseVisibility visibility) : ICases
{
    private static readonly Func<AppDb, CaseId, CancellationToken, Task<CaseFile?>> ById = EF.CompileAsyncQuery((AppDb db, CaseId id, CancellationToken stop) =>
        db.Set<CaseFile>().AsNoTracking().FirstOrDefault(c => c.Id == id));

    public async Task<CaseSummary?> Find(CaseId id, CancellationToken stop) =>
        (await ById(db, id, stop))?.Summary();

    public async Task<CaseSummary?> FindFor(string number, StaffMember member, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, stop);
        return file is not null && await visibility.MaySee(file, member, stop) ? file.Summary() : null;
    }

    public IQueryable<CaseId> EndedBefore(DateTime moment) => db.Set<CaseFile>()
        .Where(c => c.ClosedAt < moment && !c.Open && (c.MergedInto == null || db.Set<CaseFile>().Any(into => into.Id == c.MergedInto && !into.Open && into.ClosedAt < moment))).Select(c => c.Id);

    public IReadOnlyList<CaseActKind> ReporterMay(CaseSummary summary) =>
        [.. CaseWorkflow.Rows.Where(r => r.From == summary.Step && r.Roles.Contains(CaseWorkflow.Reporter)).Select(r => r.Act)];
}

internal static class CaseSummaries
{
    public static CaseSummary Summary(this CaseFile f) => new()
    {
        Id = f.Id, Number = f.Number, Step = f.Step, Problem = f.Problem, Service = f.Service, Ppks = f.Ppks, Division = f.Division, Programme = f.Programme,
        Agency = f.Agency, Title = f.Title, Area = f.Area, Channel = f.Channel, Emergency = f.Emergency, Secret = f.Secret, Social = f.Social,
        Open = f.Open, PersonId = f.PersonId, ReceivedAt = f.ReceivedAt, StepSince = f.StepSince, NextDueAt = f.NextDueAt,
        PromisedAt = f.PromisedAt, PausedAt = f.PausedAt, PostponedUntil = f.PostponedUntil, ClosedAt = f.ClosedAt, ReasonCode = f.ReasonCode,
        ReasonText = f.ReasonText, MergedInto = f.MergedInto, VisitFrom = f.VisitFrom, VisitTo = f.VisitTo, VisitorName = f.VisitorName,
        Version = f.Version, UnderWay = (f.BackStep is { } back ? Steps.Of(back) : Steps.Of(f.Step)).Public,
        Milestones = JsonSerializer.Deserialize<Dictionary<PublicStep, DateTime>>(f.Milestones, Names)!,
    };

    private static readonly JsonSerializerOptions Names = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
}
