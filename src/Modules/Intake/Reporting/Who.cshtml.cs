using Layar.Intake.Submission;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class WhoModel(WizardTools tools) : StepPage(tools)
{
    [BindProperty] public string? Name { get; set; }

    [BindProperty] public string? AgeGroup { get; set; }

    [BindProperty] public string? Sex { get; set; }

    [BindProperty] public string? Nik { get; set; }

    public bool Self => Draft.Whom == "self";

    public string Title => Self ? "intake.who.title.self" : "intake.who.title";

    protected override Ask Asks => Ask.Who;

    public void OnGet() => (Name, AgeGroup, Sex, Nik) = (Draft.Name, Draft.AgeGroup, Draft.Sex, Draft.Nik);

    public Task<IActionResult> OnPostAsync()
    {
        var faults = new List<Refusal>();
        PersonRules.Check(new PersonInput { Name = Name, AgeGroup = AgeGroup, Sex = Sex, Nik = Draft.AsksNik ? Nik : null },
            (field, code, args) => faults.Add(new Refusal("intake.error." + code, field["person.".Length..] switch { "name" => nameof(Name), "nik" => nameof(Nik), "sex" => nameof(Sex), _ => nameof(AgeGroup) }, args)));
        return Answer(Draft with { Name = PlainText.Line(Name), AgeGroup = AgeGroup, Sex = Sex, Nik = Draft.AsksNik ? PlainText.Line(Nik) : null }, faults);
    }
}
