using System.Buffers.Text;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Identity.OwnAccount.Passkeys;

[StaffPage]
internal sealed class PasskeysModel(UserManager<StaffAccount> users, TextCatalogue texts, PasskeysHandler handler) : OwnPage(users, texts)
{
    private readonly UserManager<StaffAccount> users = users;

    [BindProperty] public string? Name { get; set; }

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await Load();
        Passkeys = await users.GetPasskeysAsync(Account);
    }

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await Load();
        return Content(await handler.Options(Account), "application/json");
    }

    public async Task<IActionResult> OnPostRegisterAsync(string? credential, CancellationToken stop)
    {
        await OnGetAsync();
        var outcome = await handler.Register(Account, Me, credential ?? "", Name, stop);
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, Texts);
        Say("identity.passkeys.added");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken stop)
    {
        await OnGetAsync();
        var outcome = await handler.Remove(Account, Me, Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [], stop);
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, Texts);
        Say("identity.passkeys.removed");
        return RedirectToPage();
    }

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);
}
