using Layar.Catalogue.Contracts;
using Layar.Letters.Checking;
using Layar.Letters.Issuing;
using Layar.Letters.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Letters.VerifyLetter;

/// <summary>What the QR code of a letter leads to.</summary>
internal sealed class VerifyLetterModel(LetterVerifier verifier, CheckLog log, CheckLimit limit, OfficeKeyRing keys, ICatalogue catalogue) : PageModel
{
    public LetterFinding Finding { get; private set; } = LetterFinding.Unknown;

    /// <summary>As people read it; null when it cannot be a code.</summary>
    public string? Code { get; private set; }

    public string Office => catalogue.Instance.OfficeShort;

    public string Jwk => PublicKeys.Json(keys.Keys);

    public bool Resting { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kode, CancellationToken stop)
    {
        Code = VerifyCode.Read(kode) is { } code ? VerifyCode.Show(code) : null;
        if (limit.Ask(HttpContext.Connection.RemoteIpAddress) is { } wait)
        {
            Resting = true;
            Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        Finding = await limit.Evenly(async () =>
        {
            var finding = await verifier.ByCode(kode, stop);
            await log.Note(finding, "code", stop);
            return finding;
        }, stop);
        if (Finding.Verdict == Verdict.Unknown) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
