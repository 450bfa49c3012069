using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Queue;
using Layar.Cases.Visits;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

/// <summary>Cases in the read log, by number.</summary>
internal sealed class CasesAsSubjects(AppDb db, CaseVisibility visibility) : IReadSubjects
{
    public IReadOnlyCollection<string> Kinds => ["case"];

    public async Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        var keys = ids.Select(i => new CaseId(i)).ToList();
        var cases = db.Set<CaseFile>().AsNoTracking().Where(c => keys.Contains(c.Id));
        var numbers = viewer.HasAny(CaseDeskPage.Readers) ? await visibility.Filter(cases, viewer).ToDictionaryAsync(c => c.Id, c => c.Number, stop) : [];
        var rows = await cases.Select(c => new { c.Id, c.PersonId }).ToListAsync(stop);
        return rows.ToDictionary(c => c.Id.Value, c => Subject(numbers.GetValueOrDefault(c.Id), c.PersonId));
    }

    private static ReadSubject Subject(string? number, PersonId? person) =>
        new(number ?? "", number is null ? null : $"/petugas/kasus/{number}", person is { } id ? new SubjectKey("person", id.Value) : null);
}

/// <summary>Files of cases in the read log: copies of papers, answers and visits.</summary>
internal sealed class CaseFilesAsSubjects(AppDb db) : IReadSubjects
{
    public IReadOnlyCollection<string> Kinds => ["photo"];

    public async Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        var keys = ids.Select(i => (StoredFileId?)new StoredFileId(i)).ToList();
        var files = ids.Select(i => new StoredFileId(i)).ToList();
        var papers = await db.Set<CaseDocument>().Where(d => keys.Contains(d.FileId)).Select(d => new { d.FileId, d.CaseId }).ToListAsync(stop);
        var answers = await db.Set<CaseQuestion>().Where(q => keys.Contains(q.PhotoId)).Select(q => new { FileId = q.PhotoId, q.CaseId }).ToListAsync(stop);
        var visits = await db.Set<VisitPhoto>().Where(p => files.Contains(p.FileId)).Join(db.Set<HomeVisit>(), p => p.VisitId, v => v.Id, (p, v) => new { FileId = (StoredFileId?)p.FileId, v.CaseId }).ToListAsync(stop);
        return papers.Concat(answers).Concat(visits).DistinctBy(f => f.FileId)
            .ToDictionary(f => f.FileId!.Value.Value, f => new ReadSubject("", null, new SubjectKey("case", f.CaseId.Value)));
    }
}
