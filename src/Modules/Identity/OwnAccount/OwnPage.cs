using Layar.Identity.Accounts;
using Layar.Identity.Sessions;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Identity.OwnAccount;

/// <summary>What the pages of one's own account share: whose it is, how to say that it worked.</summary>
internal abstract class OwnPage(UserManager<StaffAccount> users, TextCatalogue texts) : PageModel
{
    protected TextCatalogue Texts { get; } = texts;

    public SignedInStaff Me => HttpContext.Features.Get<SignedInStaff>() ?? throw new InvalidOperationException("Nobody is signed in.");

    public StaffAccount Account { get; private set; } = null!;

    protected async Task Load() => Account = await users.FindByIdAsync(Me.Member.Id.Value.ToString()) ?? throw new InvalidOperationException("The account is gone.");

    protected void Say(string key) => TempData["Notice"] = key;
}
