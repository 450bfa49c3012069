using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Outcomes;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Queue;

/// <summary>What every page about cases shares: who may open it, and words for codes.</summary>
[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
    Roles.VillageDesk, Roles.DistrictWorker, Roles.Companion, Roles.Driver, Roles.CallCentre, Roles.Agency, Roles.Auditor, Roles.DataProtection)]
internal abstract class CaseDeskPage(ICurrentStaff staff, CaseWords words) : PageModel
{
    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<CaseDeskPage>();

    public CaseWords Words { get; } = words;

    public StaffMember Member => staff.Required;

    /// <summary>The case that the page shows; null for lists and for pages that write their entry themselves.</summary>
    protected virtual CaseFile? Shown => null;

    /// <summary>Whatever page of a case is shown, the reading is written down before.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await next()).Result is PageResult && Shown is { } file)
            await HttpContext.RequestServices.GetRequiredService<ReadLog>().Opened(Member.As(Readers), "case", file.Id.Value, Words.Text("cases.case.purpose.case"), HttpContext.RequestAborted);
    }

    protected void Show(Refusal why) => ModelState.Show(why, Words.Say);
}
