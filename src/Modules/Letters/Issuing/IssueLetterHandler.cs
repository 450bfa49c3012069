using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Issuing;

/// <summary>Gives out a signed letter: prints it when it is not printed yet, and moves its case in the same change.</summary>
internal sealed class IssueLetterHandler(AppDb db, Change change, ActRecorder acts, OutboxWriter outbox, PrintRoom room, ICaseProcess process, TimeProvider clock)
{
    /// <summary>Doing it again after it was done, or after a crash half-way, is harmless.</summary>
    public async Task<Outcome> Handle(LetterId id, StaffMember member, IReadOnlyList<string> roles, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var letter = await db.Set<Letter>().AsNoTracking().FirstAsync(l => l.Id == id, stop);
        if (letter.IsOut) return Outcome.Success;
        if (letter.State != LetterState.Signed) return LetterRefusals.State;
        if (letter.Concludes && !member.Has(Roles.Manager)) return LetterRefusals.Role;
        StoredFile? printed = null;
        if ((letter.Way == SignatureWay.Paper ? letter.PrintFileId : letter.FileId) is null)
            if (!(await room.Print(letter, stop)).TryGet(out printed, out var failure)) return failure;
        var outcome = await change.Run(() => Issue(id, printed, member, roles, stop), stop);
        return outcome.IsDone || !await IsOut(id, stop) ? outcome : Outcome.Success;
    }

    private async Task<Outcome> Issue(LetterId id, StoredFile? printed, StaffMember member, IReadOnlyList<string> roles, CancellationToken stop)
    {
        var letter = await db.Set<Letter>().FirstAsync(l => l.Id == id, stop);
        if (letter.IsOut) return Outcome.Success;
        if (letter.State != LetterState.Signed) return LetterRefusals.State;
        if (printed is not null) Attach(letter, printed);
        letter.Version++;
        return letter.Way == SignatureWay.Paper ? Outcome.Success : await GiveOut(letter, member, roles, stop);
    }

    /// <summary>The letter is out. Call inside a Change, for a letter that has its file.</summary>
    public async Task<Outcome> GiveOut(Letter letter, StaffMember member, IReadOnlyList<string> roles, CancellationToken stop)
    {
        (letter.State, letter.Turn, letter.IssuedAt) = (LetterState.Issued, null, clock.GetUtcNow().UtcDateTime);
        if (letter.Concludes)
        {
            var moved = await process.Do(letter.CaseId, CaseActKind.IssueLetter, member, new(After: new { number = letter.NumberText }, Touched: [letter.Id.Value]), stop);
            if (moved.Refusal is { } why) return why;
        }
        if (letter.Supersedes is { } old) await Replace(old, letter, stop);
        await acts.Record(letter.Id.Value, "LetterIssued", member.As(roles), stop, after: new { number = letter.NumberText, sha256 = Convert.ToHexStringLower(letter.PdfSha256!) });
        outbox.Publish(new LetterIssued(letter.Id.Value, letter.CaseId.Value, letter.Kind.ToString()));
        return Outcome.Success;
    }

    /// <summary>For an electronic letter the file people get; for paper the page to sign.</summary>
    public void Attach(Letter letter, StoredFile file)
    {
        if ((letter.Way == SignatureWay.Paper ? letter.PrintFileId : letter.FileId) is not null) return;
        db.Add(file);
        if (letter.Way == SignatureWay.Paper) letter.PrintFileId = file.Id;
        else (letter.FileId, letter.PdfSha256) = (file.Id, file.Sha256);
    }

    private async Task Replace(LetterId old, Letter letter, CancellationToken stop)
    {
        var before = await db.Set<Letter>().FirstAsync(l => l.Id == old, stop);
        if (!before.IsOut) return;
        (before.State, before.SupersededBy, before.Reason) = (LetterState.Superseded, letter.Id, letter.Reason);
        before.Version++;
        outbox.Publish(new LetterEnded(before.Id.Value, before.CaseId.Value, nameof(LetterState.Superseded)));
    }

    private Task<bool> IsOut(LetterId id, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return db.Set<Letter>().AnyAsync(l => l.Id == id && (l.State == LetterState.Issued || l.State == LetterState.HandedOver), stop);
    }
}
