using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Identity.SignIn.SecondFactor;

internal sealed class EnterCodeModel(EnterCodeHandler handler, TextCatalogue texts) : PageModel
{
    [BindProperty] public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "kembali")] public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        await handler.Waiting(HttpContext, stop) is null ? RedirectToPage("/SignIn/SignIn", new { kembali = Local }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), "identity.code.missing");
        if (!ModelState.IsValid) return Page();
        var outcome = await handler.Enter(HttpContext, Code!, stop);
        return outcome.Match<IActionResult>(() => LocalRedirect(Local ?? "/petugas"), refusal =>
            refusal.Code == EnterCodeHandler.Over ? RedirectToPage("/SignIn/SignIn", new { kembali = Local }) : this.Refused(refusal, texts));
    }

    private string? Local => Url.IsLocalUrl(Back) ? Back : null;
}
