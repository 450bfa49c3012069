using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Voices;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.RunningOut;

/// <summary>The number or address of a reporter, with the fingerprints by which it is found.</summary>
internal sealed class ReporterContacts(AppDb db, ICases cases) : IRunsOut
{
    public string Code => "kontak-pelapor";

    public Task<int> Count(DateTime endedBefore, int most, CancellationToken stop) => Due(endedBefore).Take(most).CountAsync(stop);

    public async Task<int> Erase(DateTime endedBefore, int most, CancellationToken stop)
    {
        var ids = await Due(endedBefore).OrderBy(r => r.Id).Take(most).Select(r => r.Id).ToListAsync(stop);
        return await db.ForgetContact(ids, stop);
    }

    private IQueryable<Report> Due(DateTime endedBefore)
    {
        var ended = cases.EndedBefore(endedBefore);
        return db.Set<Report>().Where(r => r.Secrecy != Secrecy.Secret && (r.SealedContact != null || r.ContactIndex != null || r.LastFour != null) && ended.Contains(r.CaseId));
    }
}

/// <summary>Words, place, person and contact of secret reports, and what was added to them later.</summary>
internal sealed class SecretReports(AppDb db, ICases cases) : IRunsOut
{
    public string Code => "laporan-rahasia";

    public Task<int> Count(DateTime endedBefore, int most, CancellationToken stop) => Due(endedBefore).Take(most).CountAsync(stop);

    public async Task<int> Erase(DateTime endedBefore, int most, CancellationToken stop)
    {
        var ids = await Due(endedBefore).OrderBy(r => r.Id).Take(most).Select(r => r.Id).ToListAsync(stop);
        await db.Set<ReportAddition>().Where(a => ids.Contains(a.ReportId)).ExecuteUpdateAsync(a => a.SetProperty(x => x.SealedWords, (byte[]?)null), stop);
        await db.Set<ReportVoice>().Where(v => ids.Contains(v.ReportId)).ExecuteUpdateAsync(v => v.SetProperty(x => x.SealedWords, (byte[]?)null), stop);
        await db.Set<Report>().Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.SealedContent, (byte[]?)null), stop);
        return await db.ForgetContact(ids, stop);
    }

    private IQueryable<Report> Due(DateTime endedBefore)
    {
        var ended = cases.EndedBefore(endedBefore);
        return db.Set<Report>().Where(r => r.Secrecy == Secrecy.Secret && ended.Contains(r.CaseId)
            && (r.SealedContent != null || r.SealedContact != null || r.ContactIndex != null || r.LastFour != null || db.Set<ReportAddition>().Any(a => a.ReportId == r.Id && a.SealedWords != null)
                || db.Set<ReportVoice>().Any(v => v.ReportId == r.Id && v.SealedWords != null)));
    }
}

internal static class ForgottenContact
{
    public static Task<int> ForgetContact(this AppDb db, List<ReportId> reports, CancellationToken stop) => db.Set<Report>().Where(r => reports.Contains(r.Id))
        .ExecuteUpdateAsync(r => r.SetProperty(x => x.SealedContact, (byte[]?)null).SetProperty(x => x.ContactIndex, (byte[]?)null).SetProperty(x => x.LastFour, (byte[]?)null), stop);
}
