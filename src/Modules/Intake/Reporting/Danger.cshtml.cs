using Layar.Kernel.Outcomes;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class DangerModel(WizardTools tools) : StepPage(tools)
{
    [BindProperty] public string? Danger { get; set; }

    public IReadOnlyList<Choice> Choices { get; } =
        [new("yes", "intake.danger.yes", Icon: "bell"), new("no", "intake.danger.no"), new("unknown", "intake.danger.unknown")];

    protected override Ask Asks => Ask.Danger;

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
