using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Approval;

/// <summary>Whoever's turn it is sends the letter back to its drafter with a note; the chain begins anew.</summary>
internal sealed class ReturnLetterHandler(AppDb db, Change change, ActRecorder acts, ApprovalTurn turn)
{
    public Task<Outcome> Handle(LetterId id, int version, string? reason, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (string.IsNullOrWhiteSpace(reason)) return LetterRefusals.Reason;
        var letter = await db.Set<Letter>().FirstAsync(l => l.Id == id, stop);
        if (letter.Version != version) return LetterRefusals.Changed;
        if (!(await turn.Of(letter, member, stop)).TryGet(out var station, out var refusal)) return refusal;
        turn.Mark(station.Now, member, ApprovalResult.Returned, reason.Trim());
        foreach (var row in await db.Set<LetterApproval>().Where(a => a.LetterId == id && a.Round == letter.Round && a.Place > station.Now.Place).ToListAsync(stop))
            row.Result = ApprovalResult.Dropped;
        (letter.State, letter.Turn, letter.Reason) = (LetterState.Draft, null, reason.Trim());
        letter.Version++;
        await acts.Record(id.Value, "LetterReturned", member.As([station.Now.Role]), stop, reason.Trim());
        return Outcome.Success;
    }, stop);
}
