using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Completeness;

/// <summary>Takes a case in hand: only one the officer may see, and reading it is written down.</summary>
internal sealed class CaseAtHand(AppDb db, CaseVisibility visibility, ReadLog log, ActRecorder acts, TimeProvider time)
{
    public static readonly Refusal NotFound = new("cases.refused.not-found");

    /// <summary>For showing; null when there is none or it is not the officer's to see.</summary>
    public async Task<CaseFile?> Open(string number, StaffMember member, string purpose, CancellationToken stop)
    {
        // What a refused change left in memory must not be shown.
        db.ChangeTracker.Clear();
        var file = await db.Set<CaseFile>().AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, stop);
        if (file is null || !await visibility.MaySee(file, member, stop)) return null;
        await log.Opened(member.As([]), "case", file.Id.Value, purpose, stop);
        return file;
    }

    /// <summary>For change, inside a <see cref="Change"/>; refused when somebody changed it since the version the officer saw.</summary>
    public async Task<Outcome<CaseFile>> Take(string number, StaffMember member, int? seen, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().FirstOrDefaultAsync(c => c.Number == number, stop);
        if (file is null || !await visibility.MaySee(file, member, stop)) return NotFound;
        return seen is { } version && version != file.Version ? CaseProcess.ChangedMeanwhile(file) : file;
    }

    /// <summary>Writes down an act that leaves the step alone, so that another person's form notices it.</summary>
    public async Task Mark(CaseFile file, string kind, Actor actor, object after, CancellationToken stop, IReadOnlyList<Guid>? touched = null)
    {
        var now = time.GetUtcNow().UtcDateTime;
        file.Version++;
        (file.LastAct, file.LastActor, file.LastActAt) = (kind, actor.Name, now);
        await acts.Record(file.Id.Value, kind, actor, stop, after: after, touched: touched);
    }
}
