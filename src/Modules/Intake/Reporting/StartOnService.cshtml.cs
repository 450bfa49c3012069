using Layar.Catalogue.Contracts;
using Layar.Intake.OnPhone;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Reporting;

internal sealed class StartOnServiceModel(DraftBook drafts, ICatalogue catalogue, TimeProvider time) : PageModel
{
    public Service Service { get; private set; } = null!;

    public Information.ServiceFacts Facts => Information.ServiceFacts.Of(Service, catalogue);

    public string? OnPhone => drafts.IdOf(HttpContext) is null ? PhoneWizardModel.Address($"layanan={Service.Code}={Answers.ProblemOf(catalogue, Service.Code).Code}={Uri.EscapeDataString(Service.Name.ToString())}") : null;

    public IActionResult OnGet(string layanan) => Find(layanan) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string layanan, CancellationToken stop)
    {
        if (!Find(layanan)) return NotFound();
        var before = await drafts.Load(HttpContext, stop);
        var problem = Answers.ProblemOf(catalogue, layanan);
        await drafts.Save(HttpContext, (before is { Sent: null } ? before : new Draft()) with { Service = layanan, Problem = problem.Code }, stop);
        return Redirect("/lapor");
    }

    private bool Find(string code) => (Service = catalogue.Service(code, Wita.Day(time.GetUtcNow().UtcDateTime))!) is not null;
}
