using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Letters.Books;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Ending;

/// <summary>Cancels a letter that is not out yet, or revokes one that is. Number, code and reason stay for ever.</summary>
internal sealed class EndLetterHandler(AppDb db, Change change, ActRecorder acts, OutboxWriter outbox, NumberLedger ledger, ICases cases, ICaseProcess process)
{
    public static readonly string[] Cancellers = [Roles.Operator, Roles.Manager, Roles.DivisionHead, Roles.SectionHead];
    public static readonly string[] Revokers = [Roles.Manager, Roles.Head];

    public Task<Outcome> Cancel(LetterId id, int version, string? reason, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var letter = await db.Set<Letter>().FirstAsync(l => l.Id == id, stop);
        if (letter.IsOut || letter.IsOver) return LetterRefusals.State;
        var roles = letter.State == LetterState.Signed ? Revokers : Cancellers;
        if (Check(letter, version, reason, roles, member) is { } refusal) return refusal;
        foreach (var row in await db.Set<LetterApproval>().Where(a => a.LetterId == id && a.Result == ApprovalResult.Waiting).ToListAsync(stop))
            row.Result = ApprovalResult.Dropped;
        await ledger.Cancel(letter, reason!.Trim(), stop);
        await End(letter, LetterState.Cancelled, reason.Trim(), member.As(roles), stop);
        return Outcome.Success;
    }, stop);

    public Task<Outcome> Revoke(LetterId id, int version, string? reason, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var letter = await db.Set<Letter>().FirstAsync(l => l.Id == id, stop);
        // Two letters of one case revoked at once: the second must see that the first is gone.
        await db.TakeTurn($"letters.case:{letter.CaseId.Value}", stop);
        if (!letter.IsOut) return LetterRefusals.State;
        if (Check(letter, version, reason, Revokers, member) is { } refusal) return refusal;
        await End(letter, LetterState.Revoked, reason!.Trim(), member.As(Revokers), stop);
        outbox.Publish(new LetterEnded(id.Value, letter.CaseId.Value, nameof(LetterState.Revoked)));
        return await BackToMaking(letter, reason.Trim(), member, stop);
    }, stop);

    /// <summary>A case whose only letter to be handed over is gone waits for another one.</summary>
    private async Task<Outcome> BackToMaking(Letter gone, string reason, StaffMember member, CancellationToken stop)
    {
        if (gone.Kind == LetterKind.Receipt || (await cases.Find(gone.CaseId, stop))?.Step != CaseStep.LetterReady) return Outcome.Success;
        if (await db.Set<Letter>().AnyAsync(l => l.CaseId == gone.CaseId && l.Id != gone.Id && l.State == LetterState.Issued && l.Kind != LetterKind.Receipt, stop)) return Outcome.Success;
        var moved = await process.Do(gone.CaseId, CaseActKind.RevokeLetter, member, new(Reason: reason, After: new { number = gone.NumberText }, Touched: [gone.Id.Value]), stop);
        return moved.Refusal is { } why ? why : Outcome.Success;
    }

    private static Refusal? Check(Letter letter, int version, string? reason, string[] roles, StaffMember member)
    {
        if (!member.HasAny(roles)) return LetterRefusals.Role;
        if (letter.Version != version) return LetterRefusals.Changed;
        return string.IsNullOrWhiteSpace(reason) ? LetterRefusals.Reason : null;
    }

    private async Task End(Letter letter, LetterState state, string reason, Actor actor, CancellationToken stop)
    {
        (letter.State, letter.Turn, letter.Reason) = (state, null, reason);
        letter.Version++;
        await acts.Record(letter.Id.Value, "Letter" + state, actor, stop, reason, after: new { number = letter.NumberText });
    }
}
