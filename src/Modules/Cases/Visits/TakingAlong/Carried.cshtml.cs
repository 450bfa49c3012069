using System.Text.Encodings.Web;
using System.Text.Json;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Visits.TakingAlong;

/// <summary>
/// The document with which a phone shows what it carries. It is the same for everybody and holds nobody's data, so that the worker may keep
/// it; what it shows comes out of the sealed store of the phone.
/// </summary>
[AllowAnonymous]
internal sealed class CarriedModel(TextCatalogue texts) : PageModel
{
    private static readonly string[] Said =
    [
        "offline", "waiting", "sent", "kept", "clash", "late", "refused", "next", "summary", "years", "none", "left-out", "wrong-code", "short-code", "erased", "revoked", "run-out", "preparing",
        "carried", "failed", "sign-in", "no-storage", "mine", "theirs", "before", "take-mine", "keep-theirs", "map", "photo-take", "photo-count", "photo-failed", "missing", "ready", "yes", "less", "more", "choose-many", "code-differs", "draft-kept", "keeping-form", "newer", "ends-later", "settle-first", "no-report", "over", "empty", "twice", "not-sent",
    ];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Words => JsonSerializer.Serialize(Said.ToDictionary(s => s, s => texts["carry.say." + s]), Plain);

    public void OnGet()
    {
        ViewData["Title"] = "carry.title";
        ViewData["Back"] = "/petugas/lapangan";
    }
}
