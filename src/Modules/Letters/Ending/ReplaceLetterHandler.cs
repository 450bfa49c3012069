using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Ending;

/// <summary>Begins a new version of a letter that is out. The old one holds until the new one is issued.</summary>
internal sealed class ReplaceLetterHandler(AppDb db, Change change, ActRecorder acts, LetterVault vault, TimeProvider clock)
{
    public async Task<Outcome<LetterId>> Handle(LetterId old, string? reason, StaffMember member, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var id = new LetterId(Guid.CreateVersion7(now));
        return await change.Run<LetterId>(async () =>
        {
            if (!member.HasAny(EndLetterHandler.Revokers)) return LetterRefusals.Role;
            if (string.IsNullOrWhiteSpace(reason)) return LetterRefusals.Reason;
            var letter = await db.Set<Letter>().FirstAsync(l => l.Id == old, stop);
            if (!letter.IsOut || letter.Kind == LetterKind.Receipt) return LetterRefusals.State;
            if (await db.Set<Letter>().AnyAsync(l => l.Supersedes == old && l.State != LetterState.Cancelled, stop)) return new Refusal("letters.refused.replacing");
            // Two who replace one letter at once meet at it.
            letter.Version++;
            var document = vault.Open(letter) with { Number = null, Verification = null };
            db.Add(new Letter
            {
                Id = id, CaseId = letter.CaseId, CaseNumber = letter.CaseNumber, Kind = letter.Kind, TemplateVersion = letter.TemplateVersion, Title = letter.Title,
                State = LetterState.Draft, Way = letter.Way, Concludes = false, SealedDocument = vault.Seal(document, id), Book = letter.Book,
                Classification = letter.Classification, Division = letter.Division, Secret = letter.Secret, Initials = letter.Initials, ValidDays = letter.ValidDays,
                RegistryImportId = letter.RegistryImportId, Supersedes = old, Reason = reason.Trim(), CreatedAt = now, DraftedBy = member.Id.Value, DraftedByName = member.Name, Version = 1,
            });
            await acts.Record(id.Value, "LetterDrafted", member.As(EndLetterHandler.Revokers), stop, reason.Trim(), after: new { kind = letter.Kind.ToString() }, touched: [old.Value, letter.CaseId.Value]);
            return id;
        }, stop);
    }
}
