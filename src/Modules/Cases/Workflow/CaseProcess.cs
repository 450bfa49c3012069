using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Workflow;

/// <summary>
/// The one gate for acts on a case. Checks the table, the role, visibility, separation of duties and the version the
/// person saw; then moves the case, its clocks and milestones, and writes act and message.
/// </summary>
internal sealed class CaseProcess(AppDb db, ActRecorder acts, OutboxWriter outbox, CaseClocks clocks, CaseVisibility visibility, TimeProvider time) : ICaseProcess
{
    /// <summary>Somebody else was quicker; the refusal names who, what and when.</summary>
    public const string Changed = "cases.refused.changed";

    public async Task<Outcome<CaseSummary>> Do(CaseId id, CaseActKind act, StaffMember member, CaseActDetail detail, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().FirstOrDefaultAsync(c => c.Id == id, stop);
        if (file is null || !await visibility.MaySee(file, member, stop)) return new Refusal("cases.refused.not-found");
        return (await Do(file, act, member, detail, stop)).Match<Outcome<CaseSummary>>(() => file.Summary(), why => why);
    }

    /// <summary>As above, on a file that the caller has loaded for change and may see.</summary>
    public async Task<Outcome> Do(CaseFile file, CaseActKind act, StaffMember member, CaseActDetail detail, CancellationToken stop)
    {
        if (await Refusal(file, act, member, detail.ExpectedVersion, stop) is { } no) return no;
        var row = CaseWorkflow.Find(file.Step, act)!;
        if (row.Reason && string.IsNullOrWhiteSpace(detail.Reason) && detail.ReasonCode is null) return new Refusal("cases.refused.reason", "Reason");
        await Apply(file, row, member.As(row.Roles), detail, stop);
        return Outcome.Success;
    }

    /// <summary>Why this officer cannot do the act now, whatever its details; null when nothing stands against it.</summary>
    public async Task<Refusal?> Refusal(CaseFile file, CaseActKind act, StaffMember member, int? seen, CancellationToken stop)
    {
        if (seen is { } version && version != file.Version) return ChangedMeanwhile(file);
        if (CaseWorkflow.Find(file.Step, act) is not { } row) return new Refusal("cases.refused.step");
        if (!member.HasAny(row.Roles)) return new Refusal("cases.refused.role");
        if (act == CaseActKind.AssignProgramme && file.Division != member.Division) return new Refusal("cases.refused.division");
        return await Excluded(file.Id, act, member, stop) ? new Refusal("cases.refused.duties") : null;
    }

    public async Task<Outcome<CaseSummary>> DoAsReporter(CaseId id, CaseActKind act, CaseActDetail detail, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().FirstAsync(c => c.Id == id, stop);
        if (CaseWorkflow.Find(file.Step, act) is not { } row || !row.Roles.Contains(CaseWorkflow.Reporter)) return new Refusal("cases.refused.step");
        if (act == CaseActKind.Reopen && clocks.Due(ClockKeys.Reopen, file.ClosedAt ?? file.StepSince) < time.GetUtcNow().UtcDateTime) return new Refusal("cases.refused.reopen-late");
        await Apply(file, row, Actor.Citizen, detail, stop);
        return file.Summary();
    }

    public async Task DoAsSystem(CaseFile file, CaseActKind act, CaseActDetail detail, CancellationToken stop)
    {
        if (CaseWorkflow.Find(file.Step, act) is { } row && row.Roles.Contains(CaseWorkflow.System)) await Apply(file, row, Actor.System, detail, stop);
    }

    /// <summary>Records a change that is no step of the workflow: it counts as a change that others must have seen.</summary>
    public async Task Note(CaseFile file, string kind, Actor actor, object? before, object? after, CancellationToken stop, IReadOnlyList<Guid>? touched = null)
    {
        file.Version++;
        (file.LastAct, file.LastActor, file.LastActAt) = (kind, actor.Name, time.GetUtcNow().UtcDateTime);
        await acts.Record(file.Id.Value, kind, actor, stop, before: before, after: after, touched: touched);
    }

    private async Task Apply(CaseFile file, Row row, Actor actor, CaseActDetail detail, CancellationToken stop)
    {
        var from = file.Step;
        var record = CaseMove.Apply(file, row, actor, detail, time.GetUtcNow().UtcDateTime, clocks);
        await acts.Record(file.Id.Value, row.Act.ToString(), actor, stop, record.Reason, record.Before, record.After, detail.Touched);
        if (file.Step != from) outbox.Publish(new CaseMoved(file.Id.Value, row.Act.ToString(), from.ToString(), file.Step.ToString()));
    }

    public async Task<bool> Excluded(CaseId id, CaseActKind act, StaffMember member, CancellationToken stop)
    {
        var kinds = SeparationOfDuties.Excluding(act);
        if (kinds.Count == 0) return false;
        var names = kinds.Select(k => k.ToString()).ToList();
        return await db.Set<Act>().AnyAsync(a => a.Chain == id.Value && a.ActorId == member.Id.Value && names.Contains(a.Kind), stop);
    }

    internal static Refusal ChangedMeanwhile(CaseFile file) => new(Changed, null, file.LastActor, file.LastAct, file.LastActAt);
}
