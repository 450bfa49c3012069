using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.CasePanel;

/// <summary><c>/petugas/berkas/{id}</c>: a photo of a report, for who may see its case; each opening is written down.</summary>
internal static class ReportPhotoEndpoint
{
    public static void MapReportPhotos(this IEndpointRouteBuilder app) =>
        app.MapGet("/petugas/berkas/{id:guid}", Get).WithMetadata(new StaffPageAttribute()).ExcludeFromDescription();

    private static async Task<IResult> Get(Guid id, HttpContext http, AppDb db, ICases cases, ICurrentStaff staff, IFileStore files, ReadLog log, CancellationToken stop)
    {
        var fileId = new StoredFileId(id);
        var found = await (from photo in db.Set<ReportPhoto>()
                           join report in db.Set<Report>() on photo.ReportId equals report.Id
                           join file in db.Set<StoredFile>() on photo.FileId equals file.Id
                           where photo.FileId == fileId
                           select new { photo, report.CaseId, report.Secrecy, file }).AsNoTracking().FirstOrDefaultAsync(stop);
        if (found is null || await cases.Find(found.CaseId, stop) is not { } summary || !summary.Shows(found.Secrecy)) return Results.NotFound();
        if (await cases.FindFor(summary.Number, staff.Required, stop) is null) return Results.NotFound();
        await log.Opened(staff.Required.As(Roles.All), "photo", found.photo.Id.Value, "Melihat foto laporan", stop);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{found.file.Name}\"";
        return Results.Bytes(await files.Get(found.file, stop), found.file.MediaType);
    }
}
