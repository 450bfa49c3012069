using Layar.Intake.Submission;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class WhomModel(WizardTools tools) : StepPage(tools)
{
    [BindProperty] public string? Whom { get; set; }

    protected override Ask Asks => Ask.Whom;

    public void OnGet() => Whom = Draft.Whom;

    public Task<IActionResult> OnPostAsync() => ReportRules.ForWhom.Contains(Whom)
        ? Answer(Draft with { Whom = Whom })
        : Answer(Draft, new Refusal("intake.error.for", nameof(Whom)));
}
