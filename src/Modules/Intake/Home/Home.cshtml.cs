using System.Globalization;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.OnPhone;
using Layar.Intake.Reporting;
using Layar.Kernel.Texts;
using Layar.Ui.Layouts;
using Layar.Weather.Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Home;

internal sealed class HomeModel(ICatalogue catalogue, DraftBook drafts, IInstanceFace face, IOfficeFigures office, IWeather weather, TextCatalogue texts) : PageModel
{
    public Instance Instance => catalogue.Instance;

    public IReadOnlyList<Tile> Tiles => catalogue.Tiles;

    public MonthFigures? Figures { get; private set; }

    public string ExampleCode => $"{Instance.TicketPrefix}-AB4C-D6EF";

    public string WhatsApp => $"https://wa.me/{face.WhatsApp}?text=LAPOR";

    public string Phone => Instance.Channels.FirstOrDefault(c => c.Code == "telepon")?.Address ?? Instance.EmergencyPhone;

    public string Share => Figures?.FinishedShare?.ToString("0%", CultureInfo.InvariantCulture) ?? "–";

    public string Days => Figures?.AverageDays is { } days ? texts["intake.home.days", days.ToString("0.0", CultureInfo.CurrentCulture)] : "–";

    /// <summary>Where a phone that can keep answers begins a report; null when one was begun on the pages of the server.</summary>
    public string? OnPhone => drafts.IdOf(HttpContext) is null ? PhoneWizardModel.Address() : null;

    public string HrefOf(Tile tile) => tile.Services.Count == 0 ? "/" + tile.Code : "/layanan/" + tile.Code;

    public IReadOnlyList<WeatherWarning> Warnings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await office.ThisMonth(stop);
        Warnings = await weather.Warnings(Instance.Area, stop);
    }
}
