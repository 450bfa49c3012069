using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Register;

/// <summary>A letter with its case, for an officer who may see both.</summary>
internal sealed record SeenLetter(Letter Letter, CaseSummary Case);

/// <summary>Who may see a letter: whoever may see its case.</summary>
internal sealed class LetterAccess(AppDb db, ICases cases)
{
    /// <summary>Roles that work with letters at all.</summary>
    public const string Readers = "operator,frontoffice,supervisor,manajer,kadis,kabid,kasi,sekretaris,auditor";

    public async Task<SeenLetter?> Find(LetterId id, StaffMember member, CancellationToken stop)
    {
        var letter = await db.Set<Letter>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, stop);
        if (letter is null) return null;
        return await cases.FindFor(letter.CaseNumber, member, stop) is { } summary ? new SeenLetter(letter, summary) : null;
    }

    /// <summary>Letters of the cases that this officer may see, without asking the cases one by one.</summary>
    public IQueryable<Letter> VisibleTo(StaffMember member, IQueryable<Letter>? among = null)
    {
        var letters = (among ?? db.Set<Letter>()).AsNoTracking();
        if (!member.HasAny([Roles.Manager, Roles.Head])) letters = letters.Where(l => !l.Secret);
        if (member.HasAny([Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.SectionHead, Roles.Secretary, Roles.Auditor])) return letters;
        var division = member.Division;
        return letters.Where(l => l.Division == null || l.Division == division);
    }

    /// <summary>Those of them that wait for this officer.</summary>
    public IQueryable<Letter> AwaitingOn(StaffMember member, IQueryable<Letter>? among = null)
    {
        var (roles, division) = (member.Roles.ToList(), member.Division);
        return VisibleTo(member, among).Where(l => l.Turn != null && roles.Contains(l.Turn)
            && (l.Division == null || l.Division == division || (l.Turn != Roles.DivisionHead && l.Turn != Roles.SectionHead)));
    }

    /// <summary>Those of these letters whose next station is a signature.</summary>
    public async Task<IReadOnlyList<Letter>> SignStations(IReadOnlyList<Letter> letters, CancellationToken stop)
    {
        var waiting = letters.Where(l => l.State == LetterState.InApproval).ToList();
        if (waiting.Count == 0) return [];
        var ids = waiting.Select(l => l.Id).ToList();
        var rows = await db.Set<LetterApproval>().AsNoTracking().Where(a => ids.Contains(a.LetterId) && a.Result == ApprovalResult.Waiting).ToListAsync(stop);
        var now = rows.GroupBy(a => a.LetterId).Select(g => g.MinBy(a => a.Place)!).Where(a => a.Action == ApprovalAction.Sign).Select(a => a.LetterId).ToHashSet();
        return [.. waiting.Where(l => now.Contains(l.Id))];
    }
}
