using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Kernel.Acts;

namespace Layar.Cases.Workflow;

/// <summary>What the act of a move says about itself.</summary>
internal sealed record MoveRecord(string? Reason, object Before, object After);

/// <summary>Changes a case by one row of the table: step, clocks, milestones. Pure: time and case come from outside.</summary>
internal static class CaseMove
{
    public static MoveRecord Apply(CaseFile file, Row row, Actor actor, CaseActDetail detail, DateTime now, CaseClocks clocks)
    {
        var from = file.Step;
        var to = row.To.Back ? file.BackStep ?? CaseStep.Completeness : row.To.Step ?? from;
        if (to != from) Move(file, from, to, row, now);
        if (to != from || row.Act == CaseActKind.ScheduleVisit) clocks.Enter(file, to, now);
        if (row.Reaches is { } reached) file.Milestones = With(file.Milestones, reached, now);
        var reason = string.IsNullOrWhiteSpace(detail.Reason) ? null : detail.Reason.Trim();
        if (to != from) (file.ReasonCode, file.ReasonText) = TellsReporterWhy(to) ? (detail.ReasonCode, reason) : (null, null);
        if (to != from && actor.Id is not null) file.FirstAnsweredAt ??= now;
        file.Version++;
        (file.LastAct, file.LastActor, file.LastActAt) = (row.Act.ToString(), actor.Name, now);
        return new MoveRecord(reason, new { step = from.ToString() }, new { step = to.ToString(), more = detail.After, code = detail.ReasonCode });
    }

    private static void Move(CaseFile file, CaseStep from, CaseStep to, Row row, DateTime now)
    {
        file.BackStep = row.To.Back ? null : LeavesMainRoad(to) ? Behind(file, from, to) : file.BackStep;
        file.Step = to;
        file.StepSince = now;
        file.Open = Steps.Of(to).IsOpen;
        file.ClosedAt = file.Open ? null : now;
        if (row.Act == CaseActKind.Reopen) file.Milestones = Keep(file.Milestones, PublicStep.Received);
        if (to == CaseStep.UrgentResponse) file.Emergency = true;
        if (row.Act == CaseActKind.MarkNotUrgent) file.Emergency = false;
    }

    /// <summary>Words of an act that leads here are for the reporter; those of every other act stay inside the office.</summary>
    private static bool TellsReporterWhy(CaseStep to) => to is CaseStep.Rejected or CaseStep.Postponed or CaseStep.ReferredOut or CaseStep.Withdrawn
        or CaseStep.Archived or CaseStep.Merged or CaseStep.Completed;

    private static bool LeavesMainRoad(CaseStep to) => to is CaseStep.AwaitingReporter or CaseStep.Postponed or CaseStep.Merged or CaseStep.UrgentResponse;

    /// <summary>An emergency found while a case waits or stands still goes back to the main road, not to the waiting.</summary>
    private static CaseStep? Behind(CaseFile file, CaseStep from, CaseStep to) =>
        to == CaseStep.UrgentResponse && from is CaseStep.AwaitingReporter or CaseStep.Postponed ? file.BackStep : from;

    private static string With(string milestones, PublicStep step, DateTime at)
    {
        var all = JsonSerializer.Deserialize<Dictionary<string, DateTime>>(milestones)!;
        all[step.ToString()] = at;
        return JsonSerializer.Serialize(all);
    }

    private static string Keep(string milestones, PublicStep step) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<string, DateTime>>(milestones)!.Where(m => m.Key == step.ToString()).ToDictionary());
}
