using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.CasePanel;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Voices;

/// <param name="CaseNumber">the case at whose page it is heard</param>
/// <param name="Words">what an officer wrote down of it</param>
internal sealed record FoundVoice(ReportVoice Voice, CaseId CaseId, string CaseNumber, string? Words);

/// <summary>Voice notes for who may see their case.</summary>
internal sealed class VoicesOfReports(AppDb db, ICases cases, FieldCipher cipher)
{
    public async Task<FoundVoice?> Find(Guid id, StaffMember viewer, CancellationToken stop)
    {
        var key = new ReportVoiceId(id);
        var found = await (from voice in db.Set<ReportVoice>()
                           join report in db.Set<Report>() on voice.ReportId equals report.Id
                           where voice.Id == key
                           select new { voice, report.CaseId, report.Secrecy }).AsNoTracking().FirstOrDefaultAsync(stop);
        if (found is null || await cases.Find(found.CaseId, stop) is not { } summary || !summary.Shows(found.Secrecy)) return null;
        return await cases.FindFor(summary.Number, viewer, stop) is null ? null : new FoundVoice(found.voice, found.CaseId, summary.Number, WordsOf(found.voice));
    }

    public async Task<IReadOnlyDictionary<ReportId, (ReportVoice Voice, string? Words)>> Of(List<ReportId> reports, CancellationToken stop) =>
        (await db.Set<ReportVoice>().AsNoTracking().Where(v => reports.Contains(v.ReportId)).ToListAsync(stop)).ToDictionary(v => v.ReportId, v => (v, WordsOf(v)));

    /// <summary>What an officer wrote down of it.</summary>
    public string? WordsOf(ReportVoice voice) => cipher.Open(voice.SealedWords, ReportVoice.Column, voice.Id.Value);
}
