using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Installations;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Reporting;

internal sealed class SentModel(DraftBook drafts, ReportSecrets secrets, Installation installation, TextCatalogue texts) : PageModel
{
    public SentReport Sent { get; private set; } = null!;

    public ReportKeys Keys { get; private set; } = null!;

    public string Path => "/l/" + Keys.Link.Value;

    public string Address => installation.PublicAddress + Path;

    public string Share => "https://wa.me/?text=" + Uri.EscapeDataString(texts["intake.sent.share.text", Sent.Code, Address]);

    public Slip Slip => Slip.Of(Sent.Code, Keys.Pin.Value, Address, Sent.FirstAnswerDue);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var draft = await drafts.Load(HttpContext, stop);
        if (draft?.Sent is null) return Redirect(draft is null ? "/" : "/lapor");
        Sent = draft.Sent;
        Keys = secrets.For(new ReportId(draft.ReportId), Sent.Secret);
        ViewData["QuickExit"] = Sent.Sensitive;
        return Page();
    }

    /// <summary>Forgets the receipt on a borrowed phone.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await drafts.Discard(HttpContext, stop);
        return Redirect("/");
    }
}
