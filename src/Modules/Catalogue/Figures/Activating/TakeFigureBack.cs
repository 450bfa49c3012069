using Layar.Catalogue.Contracts;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Catalogue.Versions.Following;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Figures.Activating;

/// <summary>Takes back a value that has not begun before today, or throws away one that waits. What began earlier was used and stays; a new value follows it.</summary>
internal sealed class TakeFigureBack(AppDb db, Change change, FigureBook figures, VersionsInForce following, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome> Do(FigureVersionId id, string? reason, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(async () =>
        {
            // What is judged below is what every node may see: nobody puts a programme or a figure in force, or takes one back, meanwhile.
            await db.TakeTurn(VersionsInForce.Turn, stop);
            await following.Read(stop);
            var version = await db.Set<FigureVersion>().FirstOrDefaultAsync(v => v.Id == id, stop);
            if (version?.State is not (VersionState.Draft or VersionState.Active)) return new Refusal("catalogue.figure.refused.not-waiting");
            if (string.IsNullOrWhiteSpace(reason)) return new Refusal("catalogue.version.refused.reason", "Reason");
            var now = clock.GetUtcNow().UtcDateTime;
            var active = version.State == VersionState.Active;
            if (active && version.FromDay < Wita.Day(now)) return new Refusal("catalogue.figure.refused.begun");
            if (active && figures.Fault(version.Read()) is { } fault) return new Refusal("catalogue.figure.refused.needed", "Reason", fault);
            (version.State, version.WithdrawnFor, version.ChangedAt, version.ChangedBy) = (active ? VersionState.Withdrawn : VersionState.Discarded, reason.Trim(), now, member.Name);
            version.Version++;
            await acts.Record(id.Value, active ? "FigureWithdrawn" : "FigureDiscarded", member.As(active ? ProgrammeDesk.Activators : ProgrammeDesk.Planners), stop, reason: version.WithdrawnFor, after: new { figure = version.Code });
            return Outcome.Success;
        }, stop);
        if (outcome.Refusal is null) await following.Read(stop);
        return outcome;
    }
}
