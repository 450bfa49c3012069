using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Texts;
using Layar.Letters.Books;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Letters.Approval;

[StaffPage(Roles.Operator, Roles.Manager, Roles.SectionHead, Roles.DivisionHead)]
internal sealed class DraftLetterModel(
    ICases cases, ILetters letters, LetterMatters matters, DraftProposal proposal, NumberBooks books, DraftLetterHandler handler, SubmitLetterHandler submit,
    Register.LetterAccess access, ICurrentStaff staff, ReadLog log, TextCatalogue texts) : PageModel, IDraftForm
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string CaseNumber { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "jenis")] public LetterKind? Asked { get; set; }

    /// <summary>Made with the form: pressing twice makes one letter.</summary>
    [BindProperty] public Guid LetterId { get; set; }

    [BindProperty] public LetterDraft Input { get; set; } = new();

    [BindProperty] public string? Next { get; set; }

    public LetterKind Kind { get; private set; }

    public CaseSummary Case { get; private set; } = null!;

    public bool NeedsName { get; private set; }

    public IReadOnlyList<LetterKind> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Asked is null && await Unfinished(stop) is { } open) return Redirect($"/petugas/surat/{open.Id.Value}");
        if (Kinds.Count == 0) return Page();
        LetterId = Guid.CreateVersion7();
        await log.Opened(staff.Required.As(Roles.All), "case", Case.Id.Value, "surat", stop);
        Input = proposal.For(Kind, await matters.Of(Case, Kind, stop));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop) || LetterId == Guid.Empty) return NotFound();
        if (!ModelState.IsValid) return Page();
        var id = new LetterId(LetterId);
        var outcome = await handler.Handle(new DraftLetter(id, Case, Kind, Input), staff.Required, stop);
        if (outcome.IsDone && Next == "submit" && await access.Find(id, staff.Required, stop) is { Letter.State: LetterState.Draft } seen)
            outcome = await submit.Handle(seen, seen.Letter.Version, staff.Required, stop);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(texts, refusal, nameof(Input));
            return Page();
        }
        TempData["Notice"] = Next == "submit" ? "letters.notice.submitted" : "letters.notice.drafted";
        return Redirect($"/petugas/surat/{LetterId}");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await cases.FindFor(CaseNumber, staff.Required, stop) is not { } summary) return false;
        Case = summary;
        Kinds = [.. Enum.GetValues<LetterKind>().Where(k => DraftLetterHandler.MayDraft(k, summary))];
        var main = books.MainKind(matters.ServiceOf(summary));
        Kind = Asked ?? (Kinds.Contains(main) ? main : Kinds.FirstOrDefault(main));
        NeedsName = (await matters.Of(summary, Kind, stop)).Person?.Name is null;
        return true;
    }

    private async Task<LetterFace?> Unfinished(CancellationToken stop) =>
        (await letters.ForCase(Case.Id, stop)).FirstOrDefault(l => l.Kind == Kind && l.State is LetterState.Draft or LetterState.InApproval or LetterState.Signed);
}
