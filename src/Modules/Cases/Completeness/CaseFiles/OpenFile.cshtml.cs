using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Completeness.CaseFiles;

/// <summary>Serves a photo or document of a case to an officer who may see the case; each opening is written down.</summary>
[StaffPage(
    Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
    Roles.VillageDesk, Roles.DistrictWorker, Roles.Companion, Roles.Driver, Roles.CallCentre, Roles.Agency, Roles.Auditor, Roles.DataProtection)]
internal sealed class OpenFileModel(Visits.VisitAtHand hand, CasePhotos photos, IFileStore store, ReadLog log, ICurrentStaff staff) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string nomor, Guid id, CancellationToken stop)
    {
        var member = staff.Required;
        if (await hand.Case(nomor, member, stop) is not { } file) return NotFound();
        if (await photos.Find(file, id, member, stop) is not { } found) return NotFound();
        await log.Opened(member.As([]), "photo", id, "case", stop);
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // A PDF is opened by a program of its own, never in the house's own address.
        Response.Headers.ContentDisposition = $"{(found.MediaType == FileKind.Pdf.MediaType() ? "attachment" : "inline")}; filename=\"{found.Name}\"";
        try
        {
            return File(await store.Get(found, stop), found.MediaType);
        }
        catch (FileNotFoundException)
        {
            return NotFound();
        }
    }
}
