using Layar.Catalogue.Contracts;

namespace Layar.Intake.Reporting;

internal sealed class DangerNumbersModel(WizardTools tools, ICatalogue catalogue) : StepPage(tools)
{
    public IReadOnlyList<EmergencyNumber> Numbers => catalogue.EmergencyNumbers;

    protected override Ask Asks => Ask.Whom;

    public void OnGet()
    {
    }
}
