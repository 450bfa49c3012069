using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.CasePanel;

/// <summary>Reporters' contacts in the read log, by the code of the report; of secret reports nothing but their case.</summary>
internal sealed class ReportsAsSubjects(AppDb db, ICatalogue catalogue) : IReadSubjects
{
    public IReadOnlyCollection<string> Kinds => ["reporter"];

    public async Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        var keys = ids.Select(i => new ReportId(i)).ToList();
        var rows = await db.Set<Report>().AsNoTracking().Where(r => keys.Contains(r.Id)).Select(r => new { r.Id, r.Code, r.Secrecy, r.CaseId }).ToListAsync(stop);
        return rows.ToDictionary(r => r.Id.Value, r => new ReadSubject(r.Secrecy == Secrecy.Secret ? "" : TicketNumber.Of(catalogue, r.Code), null, new SubjectKey("case", r.CaseId.Value)));
    }
}

/// <summary>Photos of reports in the read log.</summary>
internal sealed class ReportPhotosAsSubjects(AppDb db) : IReadSubjects
{
    public IReadOnlyCollection<string> Kinds => ["photo"];

    public async Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        var keys = ids.Select(i => new ReportPhotoId(i)).ToList();
        var rows = await db.Set<ReportPhoto>().Where(p => keys.Contains(p.Id)).Join(db.Set<Report>(), p => p.ReportId, r => r.Id, (p, r) => new { p.Id, r.CaseId }).ToListAsync(stop);
        return rows.ToDictionary(p => p.Id.Value, p => new ReadSubject("", null, new SubjectKey("case", p.CaseId.Value)));
    }
}
