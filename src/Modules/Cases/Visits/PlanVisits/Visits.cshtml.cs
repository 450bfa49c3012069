using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Visits.PlanVisits;

[StaffPage(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion)]
internal sealed class VisitsModel(PlannedVisits visits, ICurrentStaff staff, IAreas areas, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tampilan")] public string? Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")] public string? After { get; set; }

    public IReadOnlyList<VisitRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public bool MayPlan => staff.Required.Has(Roles.Supervisor);

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
        if (rows.Count > PlannedVisits.PageSize) Next = $"/petugas/kunjungan?tampilan={Shown}&sesudah={new ListPlace(Rows[^1].At, Rows[^1].Number)}";
    }
}
