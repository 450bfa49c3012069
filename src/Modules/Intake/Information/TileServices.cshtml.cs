using Layar.Catalogue.Contracts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Information;

internal sealed class TileServicesModel(ICatalogue catalogue, TimeProvider time) : PageModel
{
    public Tile Tile { get; private set; } = null!;

    public IReadOnlyList<Service> Services { get; private set; } = [];

    public IActionResult OnGet(string ubin)
    {
        if (catalogue.Tiles.FirstOrDefault(t => t.Code == ubin && t.Services.Count > 0) is not { } tile) return NotFound();
        var today = Wita.Day(time.GetUtcNow().UtcDateTime);
        (Tile, Services) = (tile, [.. tile.Services.Select(s => catalogue.Service(s, today)).OfType<Service>()]);
        return Page();
    }
}
