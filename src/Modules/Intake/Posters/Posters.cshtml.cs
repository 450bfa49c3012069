using Layar.Identity.Contracts;
using Layar.Intake.Reporting;
using Layar.Letters.Contracts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Posters;

/// <summary>"Poster desa": a sheet for the wall of the village office, with the QR code that begins a report there.</summary>
[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.VillageDesk, Roles.DistrictWorker, Roles.Administrator)]
internal sealed class PostersModel(Villages villages, VillagePoster poster, ILetterPrinter printer) : PageModel
{
    public IEnumerable<IGrouping<string?, Choice>> Districts => villages.Choices.GroupBy(v => v.Group);

    /// <summary>The kecamatan that was chosen.</summary>
    public IGrouping<string?, Choice>? District { get; private set; }

    /// <summary>63.11.02</summary>
    public static string CodeOf(IGrouping<string?, Choice> district) => district.First().Value[..8];

    public IActionResult OnGet(string? kecamatan)
    {
        if (kecamatan is null) return Page();
        District = Districts.FirstOrDefault(d => CodeOf(d) == kecamatan);
        return District is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetCetakAsync(string desa, CancellationToken stop)
    {
        if (villages.Choices.FirstOrDefault(v => v.Value == desa) is not { } village) return NotFound();
        try
        {
            var pdf = await printer.PrintAsync(poster.Of(desa, villages.Describe(desa)!), "poster" + desa.Replace(".", "", StringComparison.Ordinal), stop);
            return File(pdf, "application/pdf", $"poster-{village.Text.ToLowerInvariant().Replace(' ', '-')}.pdf");
        }
        catch (LetterPrintException)
        {
            TempData["Notice"] = "intake.poster.cannot";
            return Redirect("/petugas/poster");
        }
    }
}
