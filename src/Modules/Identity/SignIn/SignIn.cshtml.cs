using Layar.Identity.Contracts;
using Layar.Kernel.Installations;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Identity.SignIn;

internal sealed class SignInModel(SignInHandler handler, PasskeySignIn passkeys, ICurrentStaff staff, Installation installation, TextCatalogue texts) : PageModel
{
    [BindProperty] public string? UserName { get; set; }

    [BindProperty] public string? Password { get; set; }

    [BindProperty(SupportsGet = true, Name = "kembali")] public string? Back { get; set; }

    public bool Demo => installation.Demo;

    public IActionResult OnGet() => staff.Member is null ? Page() : Onward();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(UserName)) ModelState.AddModelError(nameof(UserName), "identity.sign-in.user-name.missing");
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), "identity.sign-in.password.missing");
        if (!ModelState.IsValid) return Page();
        var outcome = await handler.SignIn(HttpContext, UserName!, Password!, stop);
        return outcome.Match(step => step == SignInStep.CodeNext ? RedirectToPage("/SignIn/SecondFactor/EnterCode", new { kembali = Local(Back) }) : Onward(), refusal => this.Refused(refusal, texts));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.Options(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken stop)
    {
        var outcome = await passkeys.SignIn(HttpContext, credential ?? "", stop);
        return outcome.Match(Onward, refusal => this.Refused(refusal, texts));
    }

    private IActionResult Onward() => LocalRedirect(Local(Back) ?? "/petugas");

    private string? Local(string? back) => Url.IsLocalUrl(back) ? back : null;
}
