using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Letters.Approval;
using Layar.Letters.Contracts;
using Layar.Letters.Ending;
using Layar.Letters.Issuing;
using Layar.Letters.Register;

namespace Layar.Letters.OpenLetter;

/// <summary>What this officer may do with this letter now; each becomes a button.</summary>
internal sealed record LetterButtons
{
    public bool Edit { get; init; }
    public bool Submit { get; init; }
    public ApprovalAction? Turn { get; init; }

    /// <summary>Why this officer, who holds the role whose turn it is, must leave it to somebody else.</summary>
    public Refusal? Hindrance { get; init; }

    /// <summary>The signature is the last station and this officer also gives the letter out.</summary>
    public bool SignAndIssue { get; init; }
    public bool Issue { get; init; }
    public bool Scan { get; init; }
    public bool Cancel { get; init; }
    public bool Revoke { get; init; }
    public bool HandOver { get; init; }

    /// <param name="verified">the officer verified the case, and so decides nothing on the letter that concludes it</param>
    public static LetterButtons For(SeenLetter seen, IReadOnlyList<LetterApproval> stations, StaffMember member, bool verified)
    {
        var letter = seen.Letter;
        var round = stations.Where(s => s.Round == letter.Round).ToList();
        var judged = ApprovalTurn.Judge(letter, round, member);
        var mine = letter.State == LetterState.InApproval && judged.Refusal != LetterRefusals.Turn;
        ApprovalAction? turn = mine && !verified && judged.TryGet(out var station, out _) ? station.Now.Action : null;
        var unprinted = (letter.Way == SignatureWay.Paper ? letter.PrintFileId : letter.FileId) is null;
        var issuer = !letter.Concludes || (member.Has(Roles.Manager) && !verified);
        return new LetterButtons
        {
            Edit = letter.State == LetterState.Draft && letter.RegistryImportId is null && member.HasAny(DraftLetterHandler.Drafters),
            Submit = letter.State == LetterState.Draft && member.HasAny(DraftLetterHandler.Drafters),
            Turn = turn,
            Hindrance = !mine || turn is not null ? null : judged.Refusal ?? LetterRefusals.Verified,
            SignAndIssue = turn == ApprovalAction.Sign && issuer && letter.Way != SignatureWay.Paper,
            Issue = letter.State == LetterState.Signed && issuer && (letter.Way == SignatureWay.OfficeKey || unprinted) && member.HasAny([Roles.Manager, letter.Turn ?? ""]),
            Scan = letter is { State: LetterState.Signed, Way: SignatureWay.Paper } && !unprinted && issuer && member.HasAny(UploadScanHandler.Uploaders),
            Cancel = !letter.IsOut && !letter.IsOver && member.HasAny(letter.State == LetterState.Signed ? EndLetterHandler.Revokers : EndLetterHandler.Cancellers),
            Revoke = letter.IsOut && letter.Kind != LetterKind.Receipt && member.HasAny(EndLetterHandler.Revokers),
            HandOver = letter.State == LetterState.Issued && seen.Case.Step == Cases.Contracts.CaseStep.LetterReady && member.HasAny(Handing.HandOverHandler.Givers),
        };
    }
}
