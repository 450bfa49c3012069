using System.Globalization;
using Layar.Identity.SignIn;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Identity;

internal static class Refusals
{
    /// <summary>The page again, with every fault at its field; a resting step also says so to machines.</summary>
    public static IActionResult Refused(this PageModel page, Refusal refusal, TextCatalogue texts)
    {
        page.ModelState.Show(refusal, one => texts[one.Code, [.. one.Args]]);
        if (refusal.Code != SignInHandler.Resting) return page.Page();
        var minutes = Convert.ToInt32(refusal.Args[0], CultureInfo.InvariantCulture);
        page.Response.Headers.RetryAfter = (minutes * 60).ToString(CultureInfo.InvariantCulture);
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return page.Page();
    }
}
