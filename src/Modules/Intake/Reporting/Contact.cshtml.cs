using Layar.Intake.Submission;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class ContactModel(WizardTools tools) : StepPage(tools)
{
    [BindProperty] public string? Channel { get; set; }

    [BindProperty] public string? Contact { get; set; }

    [BindProperty] public string? Secrecy { get; set; }

    protected override Ask Asks => Ask.Contact;

    public void OnGet() => (Channel, Contact, Secrecy) = (Draft.ContactChannel, Draft.Contact, Draft.Secrecy ?? "open");

    public Task<IActionResult> OnPostAsync()
    {
        var faults = new List<Refusal>();
        if (Answers.Channels.All(c => c.Value != Channel)) faults.Add(new("intake.error.channel", nameof(Channel)));
        else ContactRules.Check(new ContactInput { Channel = Channel, Value = Contact }, (_, code, args) => faults.Add(new("intake.error." + code, nameof(Contact), args)));
        if (!Answers.SecrecyLevels.Contains(Secrecy)) faults.Add(new("intake.error.secrecy", nameof(Secrecy)));
        return Answer(Draft with { ContactChannel = Channel, Contact = Channel == "none" ? null : PlainText.Line(Contact), Secrecy = Secrecy }, faults);
    }
}
