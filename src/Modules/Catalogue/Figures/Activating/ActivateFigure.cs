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

/// <summary>Puts a value in force from its day on. Whoever wrote it cannot: a figure decides over people as a rule does.</summary>
internal sealed class ActivateFigure(AppDb db, Change change, VersionsInForce following, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome> Do(FigureVersionId id, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(async () =>
        {
            var version = await db.Set<FigureVersion>().FirstOrDefaultAsync(v => v.Id == id, stop);
            if (version?.State != VersionState.Draft) return new Refusal("catalogue.figure.refused.not-waiting");
            if (version.WriterId == member.Id.Value) return new Refusal("catalogue.figure.refused.second");
            var now = clock.GetUtcNow().UtcDateTime;
            if (version.FromDay < Wita.Day(now)) return new Refusal("catalogue.figure.refused.late");
            (version.State, version.ActivatedAt, version.ActivatedBy, version.ChangedAt, version.ChangedBy) = (VersionState.Active, now, member.Name, now, member.Name);
            version.Version++;
            await acts.Record(id.Value, "FigureActivated", member.As(ProgrammeDesk.Activators), stop, after: new { figure = version.Code, from = version.FromDay });
            return Outcome.Success;
        }, stop);
        if (outcome.Refusal is null) await following.Read(stop);
        return outcome;
    }
}
