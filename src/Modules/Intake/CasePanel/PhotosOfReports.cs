using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.CasePanel;

/// <summary>Photos of reports as papers of their case: a citizen who sent the family card as a photo need not bring it again.</summary>
internal sealed class PhotosOfReports(AppDb db, ICases cases) : IReportPhotos
{
    public async Task<IReadOnlyList<PhotoOfReport>> For(CaseId id, StaffMember viewer, CancellationToken stop)
    {
        if (await cases.Find(id, stop) is not { } summary) return [];
        return await (from report in db.Set<Report>().ShownOn(summary)
                      join photo in db.Set<ReportPhoto>() on report.Id equals photo.ReportId
                      where report.CaseId == id
                      orderby photo.AddedAt, photo.Seq
                      select new PhotoOfReport(photo.FileId, photo.AddedAt, null)).AsNoTracking().ToListAsync(stop);
    }
}
