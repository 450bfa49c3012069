using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Visits;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.RunningOut;

/// <summary>Copies of papers, also those that came as answers. That the paper was there stays on record.</summary>
internal sealed class OldCopies(AppDb db, ICases cases, FileErasing files) : IRunsOut
{
    public string Code => "salinan-dokumen";

    public async Task<int> Count(DateTime endedBefore, int most, CancellationToken stop) =>
        Math.Min(most, await Papers(endedBefore).Take(most).CountAsync(stop) + await Answers(endedBefore).Take(most).CountAsync(stop));

    public async Task<int> Erase(DateTime endedBefore, int most, CancellationToken stop)
    {
        var papers = await Papers(endedBefore).OrderBy(d => d.Id).Take(most).Select(d => new { d.Id, d.FileId }).ToListAsync(stop);
        var answers = await Answers(endedBefore).OrderBy(q => q.Id).Take(most).Select(q => new { q.Id, q.PhotoId }).ToListAsync(stop);
        var (first, second) = (papers.Select(p => p.Id).ToList(), answers.Select(a => a.Id).ToList());
        await db.Set<CaseDocument>().Where(d => first.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.FileId, (StoredFileId?)null), stop);
        await db.Set<CaseQuestion>().Where(q => second.Contains(q.Id)).ExecuteUpdateAsync(q => q.SetProperty(x => x.PhotoId, (StoredFileId?)null), stop);
        await files.Erase([.. papers.Select(p => p.FileId!.Value), .. answers.Select(a => a.PhotoId!.Value)], stop);
        return papers.Count + answers.Count;
    }

    private IQueryable<CaseDocument> Papers(DateTime endedBefore)
    {
        var ended = cases.EndedBefore(endedBefore);
        return db.Set<CaseDocument>().Where(d => d.FileId != null && ended.Contains(d.CaseId));
    }

    private IQueryable<CaseQuestion> Answers(DateTime endedBefore)
    {
        var ended = cases.EndedBefore(endedBefore);
        return db.Set<CaseQuestion>().Where(q => q.PhotoId != null && ended.Contains(q.CaseId));
    }
}

/// <summary>Photos of home visits. The answers stay.</summary>
internal sealed class OldVisitPhotos(AppDb db, ICases cases, FileErasing files) : IRunsOut
{
    public string Code => "foto-kunjungan";

    public Task<int> Count(DateTime endedBefore, int most, CancellationToken stop) => Due(endedBefore).Take(most).CountAsync(stop);

    public async Task<int> Erase(DateTime endedBefore, int most, CancellationToken stop)
    {
        var photos = await Due(endedBefore).OrderBy(p => p.Id).Take(most).Select(p => new { p.Id, p.FileId }).ToListAsync(stop);
        var ids = photos.Select(p => p.Id).ToList();
        var erased = await db.Set<VisitPhoto>().Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(stop);
        await files.Erase([.. photos.Select(p => p.FileId)], stop);
        return erased;
    }

    private IQueryable<VisitPhoto> Due(DateTime endedBefore)
    {
        var ended = cases.EndedBefore(endedBefore);
        return db.Set<VisitPhoto>().Where(p => db.Set<HomeVisit>().Any(v => v.Id == p.VisitId && ended.Contains(v.CaseId)));
    }
}
