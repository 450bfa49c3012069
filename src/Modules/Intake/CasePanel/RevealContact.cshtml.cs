using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Acts;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.CasePanel;

/// <summary>Opens the reporter's number; who did so is written down before it is shown.</summary>
[StaffPage(Roles.Operator, Roles.CallCentre, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class RevealContactModel(Tracking.ReportLookup lookup, ICases cases, FieldCipher cipher, ReadLog log, ICurrentStaff staff) : PageModel
{
    public string Number { get; private set; } = "";

    public string Channel { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public IActionResult OnGet() => Redirect("/petugas");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await lookup.ById(new ReportId(id), stop) is not { SealedContact: { } sealedContact } report) return NotFound();
        if (await Visible(report, stop) is not { } summary) return NotFound();
        await log.Opened(staff.Required.As(ReportsPanel.MayReveal), "reporter", id, "Menghubungi pelapor", stop);
        (Number, Channel, Contact) = (summary.Number, report.ContactChannel, cipher.Open(sealedContact, Report.ContactColumn, id)!);
        return Page();
    }

    private async Task<CaseSummary?> Visible(Report report, CancellationToken stop) =>
        await cases.Find(report.CaseId, stop) is { } found && found.Shows(report.Secrecy) ? await cases.FindFor(found.Number, staff.Required, stop) : null;
}
