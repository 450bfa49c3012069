using Layar.Catalogue.Contracts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Information;

internal sealed class ServiceInformationModel(ICatalogue catalogue, TimeProvider time) : PageModel
{
    public ServiceFacts Facts { get; private set; } = null!;

    public string? TileName => catalogue.Tiles.FirstOrDefault(t => t.Code == Facts.Service.Tile)?.Name.ToString();

    public IActionResult OnGet(string layanan)
    {
        if (catalogue.Service(layanan, Wita.Day(time.GetUtcNow().UtcDateTime)) is not { } service) return NotFound();
        Facts = ServiceFacts.Of(service, catalogue);
        return Page();
    }
}
