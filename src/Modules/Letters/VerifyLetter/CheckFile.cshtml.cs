using Layar.Catalogue.Contracts;
using Layar.Kernel.Texts;
using Layar.Letters.Checking;
using Layar.Letters.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Letters.VerifyLetter;

/// <summary>For people with a code on paper or a PDF in their hands.</summary>
// What is too large but not monstrous is read to its end, so that the answer is a sentence at the field.
[RequestSizeLimit(4L * LetterVerifier.LargestFile)]
internal sealed class CheckFileModel(LetterVerifier verifier, CheckLog log, CheckLimit limit, ICatalogue catalogue) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kode")] public string? Code { get; set; }

    [BindProperty] public IFormFile? Letter { get; set; }

    public LetterFinding? Finding { get; private set; }

    public string Office => catalogue.Instance.OfficeShort;

    public IActionResult OnGet()
    {
        if (Code is null) return Page();
        if (VerifyCode.Read(Code) is { } code) return Redirect($"/v/{VerifyCode.Show(code)}");
        ModelState.AddModelError("kode", "letters.verify.code-shape");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Letter is not { Length: > 0 }) ModelState.AddModelError(nameof(Letter), "letters.verify.file-missing");
        else if (Letter.Length > LetterVerifier.LargestFile) ModelState.AddModelError(nameof(Letter), "letters.file.large");
        if (limit.Ask(HttpContext.Connection.RemoteIpAddress) is not null)
        {
            ModelState.AddModelError("", "letters.verify.resting.text");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        if (!ModelState.IsValid) return Page();
        using var memory = new MemoryStream();
        await Letter!.CopyToAsync(memory, stop);
        Finding = await limit.Evenly(() => verifier.ByFile(memory.ToArray(), stop), stop);
        await log.Note(Finding, "file", stop);
        if (Finding.Verdict != Verdict.Unknown || IsPdf(memory.GetBuffer())) return Page();
        Finding = null;
        ModelState.AddModelError(nameof(Letter), "letters.verify.not-pdf");
        return Page();
    }

    /// <summary>Readers look for the mark of a PDF in the first kilobyte.</summary>
    private static bool IsPdf(byte[] file) => file.AsSpan(0, Math.Min(1024, file.Length)).IndexOf("%PDF-"u8) >= 0;
}
