using Layar.Catalogue.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Reporting;

/// <summary>The questions of a report in their order, one a page.</summary>
internal enum Ask { Danger, Whom, What, Photos, Where, Story, Who, Contact, Check }

/// <summary>What every question shares: the draft is loaded before it and saved after it, back keeps the answers.</summary>
internal abstract class StepPage(WizardTools tools) : PageModel
{
    private static readonly string[] Paths =
        ["/lapor", "/lapor/untuk", "/lapor/masalah", "/lapor/foto", "/lapor/lokasi", "/lapor/cerita", "/lapor/orang", "/lapor/kontak", "/lapor/periksa"];

    public Draft Draft { get; private protected set; } = new();

    /// <summary>Came from the check page and goes back there.</summary>
    [BindProperty(SupportsGet = true, Name = "ubah")] public bool Changing { get; set; }

    protected abstract Ask Asks { get; }

    protected TextCatalogue Texts => tools.Texts;

    protected DraftBook Drafts => tools.Drafts;

    protected bool Later => Pressed("nanti");

    /// <summary>The form was sent with this button.</summary>
    protected bool Pressed(string button) => Request.HasFormContentType && Request.Form.ContainsKey(button);

    public static string PathOf(Ask ask) => Paths[(int)ask];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await tools.Drafts.Load(HttpContext, HttpContext.RequestAborted);
        if (found?.Sent is not null && Asks != Ask.Danger)
        {
            context.Result = Redirect("/lapor/terkirim");
            return;
        }
        if (found is null && Asks != Ask.Danger && HttpMethods.IsGet(Request.Method))
        {
            context.Result = Redirect("/lapor");
            return;
        }
        Draft = found is { Sent: null } ? found : new Draft();
        ViewData["Head"] = "intake.wizard.head";
        ViewData["Back"] = Changing ? PathOf(Ask.Check) : Asks == Ask.Danger ? "/" : PathOf(Neighbour(-1));
        ViewData["Step"] = (int)Asks + 1;
        ViewData["Steps"] = Paths.Length;
        ViewData["QuickExit"] = tools.Catalogue.Problems.Any(p => p.Code == Draft.Problem && p.Sensitive);
        await next();
    }

    /// <summary>Keeps the answer and goes on, or shows what is wrong beside what was typed.</summary>
    protected async Task<IActionResult> Answer(Draft answered, params IEnumerable<Refusal> faults)
    {
        if (!Later)
            foreach (var fault in faults) ModelState.AddModelError(fault.Field ?? "", Texts[fault.Code, [.. fault.Args]]);
        if (!Later && !ModelState.IsValid) return Page();
        await tools.Drafts.Save(HttpContext, Draft = answered, HttpContext.RequestAborted);
        if (Later)
        {
            TempData["Notice"] = "intake.wizard.kept";
            return Redirect("/");
        }
        return Redirect(Changing ? PathOf(Ask.Check) : Onward(answered));
    }

    protected virtual string Onward(Draft answered)
    {
        Draft = answered;
        return PathOf(Neighbour(1));
    }

    // A report that began on a service has its problem already.
    private Ask Neighbour(int way) => Asks + way is Ask.What && Draft.Service is not null ? Asks + 2 * way : Asks + way;
}

internal sealed record WizardTools(DraftBook Drafts, ICatalogue Catalogue, TextCatalogue Texts);
