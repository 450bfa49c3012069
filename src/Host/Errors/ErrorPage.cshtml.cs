using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Host.Errors;

/// <summary>What people see instead of an empty answer: what happened and how to go on.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorPage : PageModel
{
    public string Kind { get; private set; } = "other";

    /// <summary>It went wrong on a page of officers, and an officer is signed in.</summary>
    public bool AtWork => User.Identity?.IsAuthenticated == true && HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath.StartsWith("/petugas", StringComparison.Ordinal) == true;

    public void OnGet() => Show();

    public void OnPost() => Show();

    /// <summary>The code is read from the address alone: what came with a refused form may be unreadable, and then nothing is bound.</summary>
    private void Show() => Kind = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture) switch
    {
        400 => "bad",
        403 when HttpContext.Items.ContainsKey(Web.SameOrigin.Refused) => "foreign",
        403 => "forbidden",
        404 or 410 => "missing",
        405 => "missing",
        413 => "large",
        429 => "slow",
        _ => "other",
    };
}
