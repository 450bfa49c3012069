using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Approval;

/// <summary>The station whose turn it is, with those that follow.</summary>
internal sealed record Station(LetterApproval Now, LetterApproval? Next);

/// <summary>
/// Decides whether it is this officer's turn. Nobody takes two stations of one letter, who drafted a letter does not sign it unless
/// somebody else has looked at it in between, and who verified a case takes no station of the letter that concludes it.
/// </summary>
internal sealed class ApprovalTurn(AppDb db, ICaseProcess process, TimeProvider clock)
{
    public async Task<Outcome<Station>> Of(Letter letter, StaffMember member, CancellationToken stop)
    {
        if (letter.State != LetterState.InApproval) return LetterRefusals.State;
        var rows = await db.Set<LetterApproval>().Where(a => a.LetterId == letter.Id && a.Round == letter.Round).OrderBy(a => a.Place).ToListAsync(stop);
        var judged = Judge(letter, rows, member);
        return judged.TryGet(out _, out _) && await Verified(letter, member, stop) ? LetterRefusals.Verified : judged;
    }

    /// <summary>This officer checked the papers of the case or visited the house.</summary>
    public async Task<bool> Verified(Letter letter, StaffMember member, CancellationToken stop) =>
        letter.Concludes && await process.Excluded(letter.CaseId, CaseActKind.IssueLetter, member, stop);

    public static Outcome<Station> Judge(Letter letter, IReadOnlyList<LetterApproval> rows, StaffMember member)
    {
        var waiting = rows.Where(r => r.Result == ApprovalResult.Waiting).ToList();
        if (waiting.Count == 0) return LetterRefusals.State;
        if (!Holds(member, waiting[0].Role, letter.Division)) return LetterRefusals.Turn;
        var done = rows.Where(r => r.Result == ApprovalResult.Done).ToList();
        if (done.Any(r => r.ById == member.Id.Value)) return LetterRefusals.FourEyes;
        if (waiting[0].Action == ApprovalAction.Sign && letter.DraftedBy == member.Id.Value && done.Count == 0) return LetterRefusals.FourEyes;
        return new Station(waiting[0], waiting.ElementAtOrDefault(1));
    }

    public void Mark(LetterApproval row, StaffMember member, ApprovalResult result, string? note = null)
    {
        var actor = member.As([row.Role]);
        (row.Result, row.ById, row.ByName, row.OnBehalfOf) = (result, actor.Id, actor.Name, actor.OnBehalfOf);
        (row.At, row.Note) = (clock.GetUtcNow().UtcDateTime, note);
    }

    /// <summary>A head of division or section decides for the own division only.</summary>
    public static bool Holds(StaffMember member, string role, string? division) =>
        member.Has(role) && (role is not (Roles.DivisionHead or Roles.SectionHead) || division is null || member.Division == division);
}
