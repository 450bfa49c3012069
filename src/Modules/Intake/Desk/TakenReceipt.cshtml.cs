using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reporting;
using Layar.Intake.Reports;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Desk;

/// <summary>Code and PIN to read out, for the officer who took the report and for half an hour.</summary>
[StaffPage(Roles.Operator, Roles.CallCentre, Roles.FrontOffice, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class TakenReceiptModel(AppDb db, ReportSecrets secrets, ICatalogue catalogue, Installation installation, ICurrentStaff staff, TimeProvider time) : PageModel
{
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(30);

    public Slip Slip { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var me = staff.Required.Id.Value;
        var since = time.GetUtcNow().UtcDateTime - Shown;
        var report = await db.Set<Report>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == new ReportId(id) && r.ReceivedAt > since, stop);
        if (report is null) return NotFound();
        var opened = report.OriginalCaseId.Value;
        if (!await db.Set<Act>().AnyAsync(a => a.Chain == opened && a.Seq == 1 && a.ActorId == me, stop)) return NotFound();
        var keys = secrets.For(report.Id, report.Secrecy == Secrecy.Secret);
        Slip = Slip.Of(TicketNumber.Of(catalogue, report.Code), keys.Pin.Value, $"{installation.PublicAddress}/l/{keys.Link.Value}", report.FirstAnswerDue);
        return Page();
    }
}
