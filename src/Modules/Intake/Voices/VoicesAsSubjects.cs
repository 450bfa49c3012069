using Layar.Identity.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Voices;

/// <summary>Voice notes of reports in the read log.</summary>
internal sealed class VoicesAsSubjects(AppDb db) : IReadSubjects
{
    public IReadOnlyCollection<string> Kinds => ["voice"];

    public async Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        var keys = ids.Select(i => new ReportVoiceId(i)).ToList();
        var rows = await db.Set<ReportVoice>().Where(v => keys.Contains(v.Id)).Join(db.Set<Report>(), v => v.ReportId, r => r.Id, (v, r) => new { v.Id, r.CaseId }).ToListAsync(stop);
        return rows.ToDictionary(v => v.Id.Value, v => new ReadSubject("", null, new SubjectKey("case", v.CaseId.Value)));
    }
}
