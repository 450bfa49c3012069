using Layar.Kernel.Outcomes;
using Layar.Intake.OnPhone;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class DangerModel(WizardTools tools) : StepPage(tools)
{
    [BindProperty] public string? Danger { get; set; }

    protected override Ask Asks => Ask.Danger;

    /// <summary>A phone that can keep answers asks the same questions itself; a draft that was begun here goes on here.</summary>
    public string? OnPhone => Drafts.IdOf(HttpContext) is null && !Changing ? PhoneWizardModel.Address() : null;

    public void OnGet() => Danger = Draft.Danger;

    public Task<IActionResult> OnPostAsync() => Danger is "yes" or "no" or "unknown"
        ? Answer(Draft with { Danger = Danger })
        : Answer(Draft, new Refusal("intake.error.danger", nameof(Danger)));

    public async Task<IActionResult> OnPostAnewAsync(CancellationToken stop)
    {
        await Drafts.Discard(HttpContext, stop);
        return Redirect("/lapor");
    }

    protected override string Onward(Draft answered) => answered.Danger == "yes" ? "/lapor/darurat" : base.Onward(answered);
}
