using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Installations;
using Layar.Kernel.Texts;
using Layar.Weather.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Visits.PlanVisits;

[StaffPage(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion)]
internal sealed class VisitsModel(PlannedVisits visits, ICurrentStaff staff, IAreas areas, IWeather weather, Installation installation, TextCatalogue texts, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tampilan")] public string? Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")] public string? After { get; set; }

    public IReadOnlyList<VisitRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<WeatherWarning> Warnings { get; private set; } = [];

    private IReadOnlyDictionary<string, VillageForecast> forecasts = new Dictionary<string, VillageForecast>();

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public bool MayPlan => staff.Required.Has(Roles.Supervisor);

    /// <summary>Said of a visit when heavy rain or thunder is forecast for its hour; null otherwise.</summary>
    public string? Rough(VisitRow row) => forecasts.GetValueOrDefault(row.Area ?? "")?.At(row.At) is { Rough: true } hours ? texts["weather.visit", WeatherWords.Of(hours, texts)] : null;

    public string? Place(string? area) => areas.Describe(area) ?? area;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var after = ListPlace.Read(After);
        if (Shown is not ("jadwalkan" or "selesai") || (Shown == "jadwalkan" && !MayPlan)) Shown = "rencana";
        var rows = Shown switch
        {
            "jadwalkan" => await visits.ToPlan(staff.Required, after, stop),
            "selesai" => await visits.Done(staff.Required, after, stop),
            _ => await visits.Planned(staff.Required, after, stop),
        };
        Rows = [.. rows.Take(PlannedVisits.PageSize)];
        if (Shown == "rencana")
        {
            Warnings = await weather.Warnings(installation.AreaCode, stop);
            forecasts = await weather.Known([.. Rows.Where(r => r.At < Now.AddDays(3)).Select(r => r.Area).OfType<string>()], stop);
        }
        if (rows.Count > PlannedVisits.PageSize) Next = $"/petugas/kunjungan?tampilan={Shown}&sesudah={new ListPlace(Rows[^1].At, Rows[^1].Number)}";
    }
}
