using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Outcomes;
using Layar.Letters.Approval;
using Layar.Letters.Books;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Letters.Sealing;
using Layar.Letters.Templates;
using Layar.Letters.Verification;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Issuing;

/// <summary>
/// The signature: one transaction takes the number, the verify code and the fingerprint, and freezes what the letter says.
/// From then on the PDF can be printed again at any time, so that a crash leaves no gap and no lost letter.
/// </summary>
internal sealed class SignLetterHandler(
    AppDb db, Change change, ActRecorder acts, ApprovalTurn turn, NumberLedger ledger, NumberBooks books, LetterComposer composer,
    LetterVault vault, LetterMatters matters, OfficeKeyRing keys, Installation installation, ICatalogue catalogue, ICases cases, IRegistry registry, TimeProvider clock)
{
    public Task<Outcome> Handle(LetterId id, int version, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var letter = await db.Set<Letter>().FirstAsync(l => l.Id == id, stop);
        if (letter.Version != version) return LetterRefusals.Changed;
        if (!(await turn.Of(letter, member, stop)).TryGet(out var station, out var refusal)) return refusal;
        if (station.Now.Action != ApprovalAction.Sign) return LetterRefusals.Turn;
        if (letter.Way == SignatureWay.CertifiedTte) return new Refusal(CertifiedTte.Off);
        if (letter.RegistryImportId is { } release && !await registry.HoldInForce(release, stop)) return new Refusal("letters.registry.refused.gone");
        if (letter.Concludes && (await cases.Find(letter.CaseId, stop))?.Step != CaseStep.LetterIssue) return LetterRefusals.CaseStep;
        if (!composer.SignedOn(vault.Open(letter), station.Now.Role, letter.Division, matters.Today).TryGet(out var signed, out refusal)) return refusal;
        turn.Mark(station.Now, member, ApprovalResult.Done);
        await Number(letter, signed.Letter, signed.Signer, stop);
        letter.Turn = letter.Way == SignatureWay.Paper ? station.Now.Role : letter.Concludes ? Roles.Manager : station.Now.Role;
        await acts.Record(id.Value, "LetterSigned", member.As([station.Now.Role]), stop, after: new { number = letter.NumberText, letter.Fingerprint });
        return Outcome.Success;
    }, stop);

    /// <summary>Numbers, marks and freezes a letter. Call inside a Change.</summary>
    public async Task Number(Letter letter, LetterDocument document, Signer signer, CancellationToken stop)
    {
        await ledger.Take(letter, books.For(letter.Kind), catalogue.Instance.LetterUnit, document.Date, stop);
        var code = await FreeCode(stop);
        var marked = LetterPress.Mark(document with { Number = letter.NumberText }, code, installation.PublicAddress, keys.Keys.Current);
        (letter.Code, letter.Fingerprint, letter.SealedDocument) = (code, marked.Verification!.Fingerprint, vault.Seal(marked, letter.Id));
        (letter.SignerTitle, letter.SignerName, letter.Date) = (signer.Title, signer.Name, document.Date);
        (letter.State, letter.SignedAt) = (LetterState.Signed, clock.GetUtcNow().UtcDateTime);
        letter.ValidUntil = letter.ValidDays is { } days ? document.Date.AddDays(days) : null;
        letter.Version++;
    }

    private async Task<string> FreeCode(CancellationToken stop)
    {
        while (true)
        {
            var code = VerifyCode.New();
            if (!await db.Set<Letter>().AnyAsync(l => l.Code == code, stop)) return code;
        }
    }
}
