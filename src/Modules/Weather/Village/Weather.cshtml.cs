using Layar.Areas.Contracts;
using Layar.Kernel.Installations;
using Layar.Weather.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Weather.Village;

/// <summary>Weather of a village, chosen in two steps; also the neutral page behind "Keluar cepat".</summary>
internal sealed class WeatherModel(IWeather weather, IAreas areas, Installation installation) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    [BindProperty(SupportsGet = true, Name = "kecamatan")] public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")] public string? Village { get; set; }

    public Area? Place { get; private set; }

    public VillageForecast? Forecast { get; private set; }

    public IReadOnlyList<WeatherWarning> Warnings { get; private set; } = [];

    public Area? Chosen { get; private set; }

    public IReadOnlyList<Area> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Place = Here(Village, 4);
        if (Place is not null) Forecast = await weather.Forecast(Place.Code, Patience, stop);
        else
        {
            Chosen = Here(District, 3);
            Choices = areas.Below(Chosen?.Code ?? installation.AreaCode);
        }
        Warnings = await weather.Warnings(Place?.Code ?? Chosen?.Code ?? installation.AreaCode, stop);
    }

    private Area? Here(string? code, int level) =>
        areas.Find(code) is { } area && area.Level == level && area.Code.StartsWith(installation.AreaCode + ".", StringComparison.Ordinal) ? area : null;
}
