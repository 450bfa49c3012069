using Layar.Identity.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Identity.SignOut;

internal sealed class SignOutModel(SessionOpener sessions) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await sessions.Close(HttpContext, stop);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return RedirectToPage("/SignIn/SignIn");
    }
}
