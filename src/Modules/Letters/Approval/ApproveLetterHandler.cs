using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Approval;

/// <summary>Checked, initialled or acknowledged: the letter goes to the next station.</summary>
internal sealed class ApproveLetterHandler(AppDb db, Change change, ActRecorder acts, ApprovalTurn turn)
{
    public Task<Outcome> Handle(LetterId id, int version, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var letter = await db.Set<Letter>().FirstAsync(l => l.Id == id, stop);
        if (letter.Version != version) return LetterRefusals.Changed;
        if (!(await turn.Of(letter, member, stop)).TryGet(out var station, out var refusal)) return refusal;
        if (station.Now.Action == ApprovalAction.Sign || station.Next is null) return LetterRefusals.Turn;
        turn.Mark(station.Now, member, ApprovalResult.Done);
        letter.Turn = station.Next.Role;
        letter.Version++;
        await acts.Record(id.Value, "LetterApproved", member.As([station.Now.Role]), stop, after: new { action = station.Now.Action.ToString(), station.Now.Place });
        return Outcome.Success;
    }, stop);
}
