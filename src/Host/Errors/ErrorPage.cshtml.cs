using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Host.Errors;

/// <summary>What people see instead of an empty answer: what happened and how to go on.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorPage : PageModel
{
    public string Kind { get; private set; } = "other";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code) => Kind = code switch
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
