using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Texts;
using Layar.Letters.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Letters.Receipts;

[StaffPage(Roles.FrontOffice, Roles.Operator, Roles.CallCentre, Roles.VillageDesk)]
internal sealed class ReceiptModel(ICases cases, ILetters letters, IssueReceiptHandler handler, ICurrentStaff staff, ReadLog log, TextCatalogue texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string CaseNumber { get; set; } = "";

    [BindProperty] public Guid LetterId { get; set; }

    [BindProperty] public string? Attachments { get; set; }

    public CaseSummary Case { get; private set; } = null!;

    public IReadOnlyList<LetterFace> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        await log.Opened(staff.Required.As(Roles.All), "case", Case.Id.Value, "tanda terima", stop);
        LetterId = Guid.CreateVersion7();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop) || LetterId == Guid.Empty) return NotFound();
        if ((await handler.Handle(new LetterId(LetterId), Case, Attachments, staff.Required, stop)).Refusal is { } refusal)
        {
            ModelState.Refuse(texts, refusal);
            return Page();
        }
        TempData["Notice"] = "letters.notice.receipt";
        return Redirect($"/petugas/kasus/{Case.Number}/tanda-terima");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await cases.FindFor(CaseNumber, staff.Required, stop) is not { } summary) return false;
        Case = summary;
        Earlier = [.. (await letters.ForCase(summary.Id, stop)).Where(l => l.Kind == LetterKind.Receipt)];
        return true;
    }
}
