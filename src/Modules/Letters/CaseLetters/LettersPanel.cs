using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Letters.Contracts;
using Layar.Letters.Register;

namespace Layar.Letters.CaseLetters;

internal sealed record LettersPanelContent(CaseSummary Case, IReadOnlyList<LetterFace> Letters, bool MayDraft, bool MayHandOver, bool MayReceipt, bool MayAskRegistry);

/// <summary>The card "Surat" beside a case.</summary>
internal sealed class LettersPanel(ILetters letters) : ICasePanel
{
    public PanelPlace Place => PanelPlace.Side;

    public int Order => 40;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        if (!viewer.HasAny(LetterAccess.Readers.Split(','))) return null;
        var all = await letters.ForCase(summary.Id, stop);
        var mayDraft = viewer.HasAny(Approval.DraftLetterHandler.Drafters) && Enum.GetValues<LetterKind>().Any(k => Approval.DraftLetterHandler.MayDraft(k, summary));
        var mayReceipt = viewer.HasAny(Receipts.IssueReceiptHandler.Givers) && summary.Open;
        if (all.Count == 0 && !mayDraft && !mayReceipt) return null;
        var mayAskRegistry = summary.PersonId is not null && viewer.HasAny(Approval.DraftLetterHandler.Drafters) && Approval.DraftLetterHandler.MayDraft(LetterKind.Statement, summary);
        var mayHandOver = summary.Step == CaseStep.LetterReady && viewer.HasAny(Handing.HandOverHandler.Givers);
        return new PanelContent("/CaseLetters/CaseLetters.cshtml", new LettersPanelContent(summary, all, mayDraft, mayHandOver, mayReceipt, mayAskRegistry));
    }
}
