using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.Letters.Approval;
using Layar.Letters.Books;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Ending;
using Layar.Letters.Issuing;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo.Correspondence;

/// <summary>Drafts, submits, approves and signs letters by the handlers behind the buttons, each at its hour. Prints nothing.</summary>
internal sealed class DemoLetterDesk(
    AppDb db, ICases cases, IAreas areas, NumberBooks books, LetterMatters matters, DraftLetterHandler draft, SubmitLetterHandler submit, ApproveLetterHandler approve, ReturnLetterHandler giveBack,
    SignLetterHandler sign, EndLetterHandler end, DraftProposal proposal, ICatalogue catalogue, DemoWords words, DemoStaff staff, DemoClock clock)
{
    private readonly WorkingCalendar calendar = WorkingCalendar.Shipped;
    private readonly DemoDrafts drafts = new(proposal, catalogue, words);

    /// <summary>Letters in the order of their signatures, so that numbers rise with the days.</summary>
    /// <returns>letters that are signed, with what becomes of them</returns>
    public async Task<IReadOnlyList<(DemoLetter Letter, LetterId Id)>> Write(IReadOnlyList<DemoLetter> letters, CancellationToken stop)
    {
        var ids = new Dictionary<DemoLetter, LetterId>();
        var signed = new List<(DemoLetter, LetterId)>();
        foreach (var letter in letters.Where(l => l.Story != DemoLetterStory.None).OrderBy(l => l.SignedAt))
        {
            ids[letter] = await Draft(letter, stop);
            if (letter.Story == DemoLetterStory.Draft) continue;
            await Submit(ids[letter], letter.SubmittedAt, stop);
            if (await Approve(letter, ids[letter], stop)) signed.Add((letter, ids[letter]));
            db.ChangeTracker.Clear();
        }
        return signed;
    }

    private async Task<LetterId> Draft(DemoLetter letter, CancellationToken stop)
    {
        clock.Set(letter.DraftedAt);
        var summary = (await cases.Find(letter.Case, stop))!;
        var kind = books.MainKind(matters.ServiceOf(summary));
        var matter = await matters.Of(summary, kind, stop);
        var id = new LetterId(Guid.CreateVersion7(letter.DraftedAt));
        Done(await draft.Handle(new DraftLetter(id, summary, kind, drafts.Of(kind, matter, letter, areas.Find(summary.Area)?.Name)), staff.Of(Roles.Operator), stop));
        return id;
    }

    /// <summary>Submits a draft at this hour.</summary>
    public async Task Submit(LetterId id, DateTime at, CancellationToken stop)
    {
        clock.Set(at);
        var letter = await Find(id, stop);
        Done(await submit.Handle(new SeenLetter(letter, (await cases.Find(letter.CaseId, stop))!), letter.Version, staff.Of(Roles.Operator), stop));
    }

    /// <summary>As many stations as the story has behind it, spread over the time until the signature.</summary>
    private async Task<bool> Approve(DemoLetter letter, LetterId id, CancellationToken stop)
    {
        var stations = await db.Set<LetterApproval>().AsNoTracking().Where(a => a.LetterId == id).OrderBy(a => a.Place).ToListAsync(stop);
        var before = stations.TakeWhile(s => s.Action != ApprovalAction.Sign).ToList();
        if (letter.Story == DemoLetterStory.Returned) return await Return(letter, id, before.FirstOrDefault() ?? stations[0], stop);
        var passed = letter.Story switch { DemoLetterStory.FirstStation => 0, DemoLetterStory.SecondStation or DemoLetterStory.Cancelled => Math.Min(1, before.Count), _ => before.Count };
        var working = calendar.WorkingTimeBetween(letter.SubmittedAt, letter.SignedAt);
        for (var i = 0; i < passed; i++)
        {
            clock.Set(calendar.AddWorkingTime(letter.SubmittedAt, working * ((i + 1.0) / (before.Count + 1))));
            Done(await approve.Handle(id, (await Find(id, stop)).Version, staff.Of(before[i].Role, letter.Division), stop));
        }
        if (letter.Story == DemoLetterStory.Cancelled)
            Done(await end.Cancel(id, (await Find(id, stop)).Version, words.Say.LetterCancel[0], staff.Of(Roles.Manager), stop));
        if (!letter.IsSigned) return false;
        await Sign(id, letter.SignedAt, letter.Division, stop);
        return true;
    }

    /// <summary>Everything that is still to be approved, and the signature, at this hour.</summary>
    public async Task ApproveAll(LetterId id, DateTime at, string? division, CancellationToken stop)
    {
        clock.Set(at);
        var round = (await Find(id, stop)).Round;
        foreach (var station in await db.Set<LetterApproval>().AsNoTracking().Where(a => a.LetterId == id && a.Round == round && a.Action != ApprovalAction.Sign).OrderBy(a => a.Place).ToListAsync(stop))
            Done(await approve.Handle(id, (await Find(id, stop)).Version, staff.Of(station.Role, division), stop));
        await Sign(id, at.AddMinutes(2), division, stop);
    }

    private async Task Sign(LetterId id, DateTime at, string? division, CancellationToken stop)
    {
        clock.Set(at);
        var letter = await Find(id, stop);
        Done(await sign.Handle(id, letter.Version, staff.Of(letter.Turn!, division), stop));
    }

    private async Task<bool> Return(DemoLetter letter, LetterId id, LetterApproval station, CancellationToken stop)
    {
        clock.Set(letter.SignedAt);
        Done(await giveBack.Handle(id, (await Find(id, stop)).Version, words.Say.LetterReturn[0], staff.Of(station.Role, letter.Division), stop));
        return false;
    }

    private Task<Letter> Find(LetterId id, CancellationToken stop) => db.Set<Letter>().AsNoTracking().FirstAsync(l => l.Id == id, stop);

    internal static void Done(Outcome outcome)
    {
        if (outcome.Refusal is { } why) throw new InvalidOperationException($"The demo was refused: {why.Code}");
    }
}
