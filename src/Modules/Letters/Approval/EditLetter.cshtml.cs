using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Texts;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Letters.Approval;

[StaffPage(Roles.Operator, Roles.Manager, Roles.SectionHead, Roles.DivisionHead)]
internal sealed class EditLetterModel(LetterAccess access, LetterMatters matters, LetterVault vault, EditLetterHandler handler, ICurrentStaff staff, ReadLog log, TextCatalogue texts) : PageModel, IDraftForm
{
    [BindProperty] public LetterDraft Input { get; set; } = new();

    [BindProperty] public int Version { get; set; }

    public SeenLetter Seen { get; private set; } = null!;

    public LetterKind Kind => Seen.Letter.Kind;

    public bool NeedsName { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await log.Opened(staff.Required.As(Roles.All), "letter", id, "ubah konsep", stop);
        Version = Seen.Letter.Version;
        Input = LetterDraft.Of(vault.Open(Seen.Letter), Seen.Letter.Way, Seen.Letter.ValidDays);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();
        if ((await handler.Handle(Seen, Input, Version, staff.Required, stop)).Refusal is { } refusal)
        {
            ModelState.Refuse(texts, refusal, nameof(Input));
            return Page();
        }
        TempData["Notice"] = "letters.notice.drafted";
        return Redirect($"/petugas/surat/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await access.Find(new LetterId(id), staff.Required, stop) is not { Letter.State: LetterState.Draft } seen) return false;
        Seen = seen;
        NeedsName = (await matters.Of(seen.Case, seen.Letter.Kind, stop)).Person?.Name is null;
        return true;
    }
}
