using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Letters.Books;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Approval;

/// <summary>Sends a draft on its way: the chain of the service as it stands today is written down for this letter.</summary>
internal sealed class SubmitLetterHandler(AppDb db, Change change, ActRecorder acts, LetterMatters matters, NumberBooks books)
{
    public Task<Outcome> Handle(SeenLetter seen, int version, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!member.HasAny(DraftLetterHandler.Drafters)) return LetterRefusals.Role;
        var letter = await db.Set<Letter>().FirstAsync(l => l.Id == seen.Letter.Id, stop);
        if (letter.Version != version) return LetterRefusals.Changed;
        if (letter.State != LetterState.Draft) return LetterRefusals.State;
        var chain = books.Chain(books.For(letter.Kind), matters.ServiceOf(seen.Case));
        letter.Round++;
        db.AddRange(chain.Select((step, i) => new LetterApproval
        {
            Id = new(Guid.CreateVersion7()), LetterId = letter.Id, Round = letter.Round, Place = i + 1, Role = step.Role, Action = step.Action, Result = ApprovalResult.Waiting,
        }));
        (letter.State, letter.Turn, letter.Reason) = (LetterState.InApproval, chain[0].Role, null);
        letter.Version++;
        await acts.Record(letter.Id.Value, "LetterSubmitted", member.As(DraftLetterHandler.Drafters), stop,
            after: new { letter.Round, chain = chain.Select(s => $"{s.Role}:{s.Action}") });
        return Outcome.Success;
    }, stop);
}
