using Layar.Intake.Submission;
using Layar.Kernel.Outcomes;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class ContactModel(WizardTools tools) : StepPage(tools)
{
    private static readonly string[] Known = ["open", "anonymous", "secret"];

    [BindProperty] public string? Channel { get; set; }

    [BindProperty] public string? Contact { get; set; }

    [BindProperty] public string? Secrecy { get; set; }

    public IReadOnlyList<Choice> Channels { get; } =
        [new("whatsapp", "intake.contact.whatsapp", Icon: "brand-whatsapp"), new("phone", "intake.contact.phone", Icon: "phone"), new("none", "intake.contact.none", "intake.contact.none.hint")];

    public IReadOnlyList<Choice> Levels { get; } = [.. Known.Select(s => new Choice(s, "intake.secrecy." + s, $"intake.secrecy.{s}.hint"))];

    protected override Ask Asks => Ask.Contact;

    public void OnGet() => (Channel, Contact, Secrecy) = (Draft.ContactChannel, Draft.Contact, Draft.Secrecy ?? "open");

    public Task<IActionResult> OnPostAsync()
    {
        var faults = new List<Refusal>();
        if (Channels.All(c => c.Value != Channel)) faults.Add(new("intake.error.channel", nameof(Channel)));
        else ContactRules.Check(new ContactInput { Channel = Channel, Value = Contact }, (_, code, args) => faults.Add(new("intake.error." + code, nameof(Contact), args)));
        if (!Known.Contains(Secrecy)) faults.Add(new("intake.error.secrecy", nameof(Secrecy)));
        return Answer(Draft with { ContactChannel = Channel, Contact = Channel == "none" ? null : PlainText.Line(Contact), Secrecy = Secrecy }, faults);
    }
}
