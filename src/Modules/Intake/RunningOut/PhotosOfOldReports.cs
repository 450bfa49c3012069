using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.RunningOut;

/// <summary>Photos that reporters sent.</summary>
internal sealed class PhotosOfOldReports(AppDb db, ICases cases, FileErasing files) : IRunsOut
{
    public string Code => "foto-laporan";

    public Task<int> Count(DateTime endedBefore, int most, CancellationToken stop) => Due(endedBefore).Take(most).CountAsync(stop);

    public async Task<int> Erase(DateTime endedBefore, int most, CancellationToken stop)
    {
        var photos = await Due(endedBefore).OrderBy(p => p.Id).Take(most).Select(p => new { p.Id, p.FileId }).ToListAsync(stop);
        var ids = photos.Select(p => p.Id).ToList();
        var erased = await db.Set<ReportPhoto>().Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(stop);
        await files.Erase([.. photos.Select(p => p.FileId)], stop);
        return erased;
    }

    private IQueryable<ReportPhoto> Due(DateTime endedBefore)
    {
        var ended = cases.EndedBefore(endedBefore);
        return db.Set<ReportPhoto>().Where(p => db.Set<Report>().Any(r => r.Id == p.ReportId && ended.Contains(r.CaseId)));
    }
}
