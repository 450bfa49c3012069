using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Identity.OwnAccount.ChangePassword;

[StaffPage]
internal sealed class ChangePasswordModel(UserManager<StaffAccount> users, TextCatalogue texts, ChangePasswordHandler handler) : OwnPage(users, texts)
{
    [BindProperty] public string? Present { get; set; }

    [BindProperty] public string? Fresh { get; set; }

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load();
        if (string.IsNullOrEmpty(Present)) ModelState.AddModelError(nameof(Present), "identity.change-password.present.missing");
        if (string.IsNullOrEmpty(Fresh)) ModelState.AddModelError(nameof(Fresh), "identity.change-password.fresh.missing");
        if (!ModelState.IsValid) return Page();
        var outcome = await handler.Run(Account, Me, Present!, Fresh!, stop);
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, Texts);
        Say("identity.change-password.done");
        return RedirectToPage("/OwnAccount/OwnAccount");
    }
}
