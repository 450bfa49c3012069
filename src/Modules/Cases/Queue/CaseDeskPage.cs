using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Queue;

/// <summary>What every page about cases shares: who may open it, and words for codes.</summary>
[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
    Roles.VillageDesk, Roles.DistrictWorker, Roles.Companion, Roles.Driver, Roles.CallCentre, Roles.Agency, Roles.Auditor, Roles.DataProtection)]
internal abstract class CaseDeskPage(ICurrentStaff staff, CaseWords words) : PageModel
{
    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<CaseDeskPage>();

    public CaseWords Words { get; } = words;

    public StaffMember Member => staff.Required;

    protected void Show(Refusal why) => ModelState.AddModelError(why.Field ?? "", Words.Say(why));
}
