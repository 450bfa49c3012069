using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Completeness;

/// <summary>A photo that is in the case already.</summary>
internal sealed record CasePhoto(StoredFileId FileId, DateTime At, string Label);

/// <summary>Files that belong to a case: of its reports, of answers, of documents and of visits.</summary>
internal sealed class CasePhotos(AppDb db, IEnumerable<IReportPhotos> reports)
{
    /// <summary>Those that can stand for a document.</summary>
    public async Task<IReadOnlyList<CasePhoto>> Of(CaseFile file, StaffMember viewer, CancellationToken stop)
    {
        var all = new List<CasePhoto>();
        foreach (var source in reports)
            all.AddRange((await source.For(file.Id, viewer, stop)).Select(p => new CasePhoto(p.FileId, p.At, p.Caption ?? "completeness.photo.report")));
        var answers = await db.Set<CaseQuestion>().AsNoTracking().Where(q => q.CaseId == file.Id && q.PhotoId != null).ToListAsync(stop);
        all.AddRange(answers.Select(q => new CasePhoto(q.PhotoId!.Value, q.AnsweredAt!.Value, "completeness.photo.answer")));
        return all;
    }

    /// <summary>The stored file when it belongs to this case.</summary>
    public async Task<StoredFile?> Find(CaseFile file, Guid id, StaffMember viewer, CancellationToken stop)
    {
        var key = new StoredFileId(id);
        var belongs = await db.Set<CaseDocument>().AnyAsync(d => d.CaseId == file.Id && d.FileId == key, stop)
            || await db.Set<VisitPhoto>().AnyAsync(p => p.FileId == key && db.Set<HomeVisit>().Any(v => v.Id == p.VisitId && v.CaseId == file.Id), stop)
            || (await Of(file, viewer, stop)).Any(p => p.FileId == key);
        return belongs ? await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == key, stop) : null;
    }
}
