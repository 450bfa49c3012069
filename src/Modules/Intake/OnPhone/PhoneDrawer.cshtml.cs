using Layar.Ui.Layouts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.OnPhone;

/// <summary>What stands behind the questions: the check, the outcomes, the drawer and the list of a helper. It comes after the first question is shown.</summary>
[SameForEverybody]
internal sealed class PhoneDrawerModel : PageModel
{
    public const string Path = "/lapor/di-hp/laci";
}
