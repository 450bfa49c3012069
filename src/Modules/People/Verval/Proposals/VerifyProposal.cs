using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>The dinas compares an agreed proposal with its evidence. Whoever drafted it or wrote the deliberation down does not.</summary>
internal sealed class VerifyProposal(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(VervalProposalId id, int version, bool proven, string? answer, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var proposal = await db.Set<VervalProposal>().FirstAsync(p => p.Id == id, stop);
        if (proposal.Version != version) return new Refusal(Change.ChangedMeanwhile);
        if (proposal.State != ProposalState.Agreed) return new Refusal("people.verval.refused.state");
        if (!member.HasAny(VervalRoles.Verifiers)) return new Refusal("people.verval.refused.role");
        var musdes = proposal.MusdesId;
        if (proposal.DraftedById == member.Id.Value || await db.Set<Musdes>().AnyAsync(m => m.Id == musdes && m.RecordedById == member.Id.Value, stop)) return new Refusal("people.verval.refused.own");
        if (!proven && string.IsNullOrWhiteSpace(answer)) return new Refusal("people.refused.reason", "Answer");
        if (answer?.Length > ProposalInput.LongestReason) return new Refusal("people.refused.long", "Answer");
        (proposal.State, proposal.VerifiedById, proposal.VerifiedBy, proposal.VerifiedAt) = (proven ? ProposalState.Verified : ProposalState.Declined, member.Id.Value, member.Name, clock.GetUtcNow().UtcDateTime);
        if (!string.IsNullOrWhiteSpace(answer)) proposal.Answer = answer.Trim();
        proposal.Version++;
        await acts.Record(id.Value, proven ? "VervalVerified" : "VervalDeclined", member.As(VervalRoles.Verifiers), stop, proposal.Answer, touched: [proposal.CycleId.Value]);
        return Outcome.Success;
    }, stop);
}
