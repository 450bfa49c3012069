using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>What somebody says of a visit.</summary>
internal sealed class CheckInput
{
    public const int LongestNote = 500;

    public CheckOutcome? Outcome { get; set; }
    public DateOnly? CheckedOn { get; set; }
    public string? Note { get; set; }

    public Refusal? Fault(VervalCycle cycle, DateOnly today) => cycle.Open ? Refusal.Of(
        Outcome is { } outcome && Enum.IsDefined(outcome) ? null : new("people.refused.choose", nameof(Outcome)),
        CheckedOn is { } day && day <= today && day >= cycle.Starts ? null : new("people.verval.refused.checked-on", nameof(CheckedOn), Wita.Date(cycle.Starts)),
        Note?.Length > LongestNote ? new("people.refused.long", nameof(Note)) : null) : new("people.verval.refused.closed");

    public string? Written => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
}

/// <summary>Counts a line of a list as looked at; call inside a change.</summary>
internal sealed class TickedTargets(AppDb db)
{
    /// <summary>Name of the turn in which a line is looked at.</summary>
    public static string Turn(RegistryRowId row) => $"verval.row:{row.Value}";

    public async Task Tick(VervalCycleId cycle, RegistryRowId row, CheckOutcome outcome, DateTime now, CancellationToken stop)
    {
        var target = await db.Set<VervalTarget>().FirstAsync(t => t.CycleId == cycle && t.RowId == row, stop);
        if (target.Outcome is null)
            await db.Set<VervalVillage>().Where(v => v.CycleId == cycle && v.Village == target.Village).ExecuteUpdateAsync(v => v.SetProperty(x => x.Checked, x => x.Checked + 1), stop);
        (target.Outcome, target.CheckedAt) = (outcome, now);
    }
}

/// <summary>Records what the visit found of a family as a whole.</summary>
internal sealed class RecordHouse(AppDb db, Change change, TickedTargets targets, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(VervalCycleId id, RegistryRowId row, CheckInput input, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.TakeTurn(TickedTargets.Turn(row), stop);
        var cycle = await db.HoldCycle(id, stop);
        if (input.Fault(cycle, Wita.Day(now)) is { } fault) return fault;
        var check = new VervalCheck
        {
            Id = new VervalCheckId(Guid.CreateVersion7(now)), CycleId = id, TargetId = row, Outcome = input.Outcome!.Value, CheckedOn = input.CheckedOn!.Value, Note = input.Written, RecordedAt = now, RecordedBy = member.Name,
        };
        db.Add(check);
        await targets.Tick(id, row, check.Outcome, now, stop);
        await acts.Record(row.Value, "VervalHouseChecked", member.As(VervalRoles.Checkers), stop, after: new { outcome = check.Outcome.ToString(), on = check.CheckedOn }, touched: [id.Value]);
        return Outcome.Success;
    }, stop);
}
