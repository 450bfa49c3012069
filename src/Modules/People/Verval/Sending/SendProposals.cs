using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>Marks what the dinas verified as sent, for one file. What the sender verified waits for somebody else.</summary>
internal sealed class SendProposals(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    /// <summary>Rows of one file at most.</summary>
    public const int Most = 20_000;

    public Task<Outcome<Guid>> Do(VervalCycleId cycle, StaffMember member, CancellationToken stop) => change.Run<Guid>(async () =>
    {
        if (!member.HasAny(VervalRoles.Senders)) return new Refusal("people.verval.refused.role");
        var me = member.Id.Value;
        var ready = (await db.Set<VervalProposal>().Where(p => p.CycleId == cycle && p.State == ProposalState.Verified).OrderBy(p => p.Id).Take(Most).ToListAsync(stop)).Where(p => member.MaySeeArea(p.Village)).ToList();
        if (ready.Count == 0) return new Refusal("people.verval.refused.nothing");
        var others = ready.Where(p => p.VerifiedById != me).ToList();
        if (others.Count == 0) return new Refusal("people.verval.refused.own-send");
        var now = clock.GetUtcNow().UtcDateTime;
        var export = Guid.CreateVersion7(now);
        foreach (var proposal in others)
        {
            (proposal.State, proposal.ExportId, proposal.ExportedBy, proposal.ExportedAt) = (ProposalState.Exported, export, member.Name, now);
            proposal.Version++;
        }
        await acts.Record(cycle.Value, "VervalSent", member.As(VervalRoles.Senders), stop, after: new { rows = others.Count }, touched: [export, .. others.Select(p => p.Id.Value)]);
        return export;
    }, stop);
}
