using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Voices;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.RunningOut;

/// <summary>Photos and the sound of voice notes that reporters sent. What was written down of a voice note is part of the story and stays with it.</summary>
internal sealed class PhotosOfOldReports(AppDb db, ICases cases, FileErasing files) : IRunsOut
{
    public string Code => "foto-laporan";

    public async Task<int> Count(DateTime endedBefore, int most, CancellationToken stop) =>
        Math.Min(most, await Photos(endedBefore).Take(most).CountAsync(stop) + await Voices(endedBefore).Take(most).CountAsync(stop));

    public async Task<int> Erase(DateTime endedBefore, int most, CancellationToken stop)
    {
        var photos = await Photos(endedBefore).OrderBy(p => p.Id).Take(most).Select(p => new { p.Id, p.FileId }).ToListAsync(stop);
        var voices = await Voices(endedBefore).OrderBy(v => v.Id).Take(most).Select(v => new { v.Id, v.FileId }).ToListAsync(stop);
        var (seen, heard) = (photos.Select(p => p.Id).ToList(), voices.Select(v => v.Id).ToList());
        await db.Set<ReportPhoto>().Where(p => seen.Contains(p.Id)).ExecuteDeleteAsync(stop);
        await db.Set<ReportVoice>().Where(v => heard.Contains(v.Id)).ExecuteUpdateAsync(v => v.SetProperty(x => x.FileId, (StoredFileId?)null).SetProperty(x => x.Sha256, (byte[]?)null), stop);
        await files.Erase([.. photos.Select(p => p.FileId), .. voices.Select(v => v.FileId!.Value)], stop);
        return photos.Count + voices.Count;
    }

    private IQueryable<ReportPhoto> Photos(DateTime endedBefore)
    {
        var ended = cases.EndedBefore(endedBefore);
        return db.Set<ReportPhoto>().Where(p => db.Set<Report>().Any(r => r.Id == p.ReportId && ended.Contains(r.CaseId)));
    }

    private IQueryable<ReportVoice> Voices(DateTime endedBefore)
    {
        var ended = cases.EndedBefore(endedBefore);
        return db.Set<ReportVoice>().Where(v => v.FileId != null && db.Set<Report>().Any(r => r.Id == v.ReportId && ended.Contains(r.CaseId)));
    }
}
