using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Approval;

/// <summary>Changes the words of a draft; the person and the officials are read again.</summary>
internal sealed class EditLetterHandler(AppDb db, Change change, ActRecorder acts, LetterComposer composer, LetterMatters matters, LetterVault vault)
{
    public async Task<Outcome> Handle(SeenLetter seen, LetterDraft draft, int version, StaffMember member, CancellationToken stop)
    {
        if (!member.HasAny(DraftLetterHandler.Drafters)) return LetterRefusals.Role;
        var matter = await matters.Of(seen.Case, seen.Letter.Kind, stop);
        if (!composer.Compose(seen.Letter.Kind, matter, draft, matters.Today).TryGet(out var document, out var refusal)) return refusal;
        return await change.Run(async () =>
        {
            var letter = await db.Set<Letter>().FirstAsync(l => l.Id == seen.Letter.Id, stop);
            if (letter.Version != version) return LetterRefusals.Changed;
            if (letter.State != LetterState.Draft) return LetterRefusals.State;
            if (letter.RegistryImportId is not null) return new Refusal("letters.registry.refused.words");
            (letter.Way, letter.ValidDays, letter.TemplateVersion, letter.SealedDocument) = (draft.Way, draft.ValidDays, document.TemplateVersion, vault.Seal(document, letter.Id));
            letter.Initials = PersonRows.Initials(document.Subject.FirstOrDefault(r => r.Strong)?.Value);
            letter.Version++;
            await acts.Record(letter.Id.Value, "LetterEdited", member.As(DraftLetterHandler.Drafters), stop);
            return Outcome.Success;
        }, stop);
    }
}
