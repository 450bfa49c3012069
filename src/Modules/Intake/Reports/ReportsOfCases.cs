using Layar.Cases.Contracts;
using Layar.Intake.Voices;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Reports;

/// <summary>Reports follow their case into the one it is joined to, and come back when it is taken apart.</summary>
internal sealed class ReportsOfCases(AppDb db, VoicesOfReports voices) : IReportsOfCases, ICaseWords, ISameReporter
{
    public async Task Move(CaseId from, CaseId to)
    {
        foreach (var report in await db.Set<Report>().Where(r => r.CaseId == from).ToListAsync()) report.CaseId = to;
    }

    // Reports of cases that had joined it before stay with the case that goes on; each of those is taken back by itself.
    public async Task<MovedReports> MoveBack(CaseId original)
    {
        var reports = await db.Set<Report>().Where(r => r.OriginalCaseId == original).ToListAsync();
        foreach (var report in reports) report.CaseId = original;
        var ids = reports.Select(r => r.Id).ToList();
        return new MovedReports(reports.Count, await db.Set<ReportPhoto>().CountAsync(p => ids.Contains(p.ReportId)));
    }

    public async Task<string?> WordsOf(CaseId id)
    {
        var reports = await db.Set<Report>().AsNoTracking().Where(r => r.OriginalCaseId == id && r.Secrecy != Secrecy.Secret)
            .Select(r => new { r.Id, r.Story, r.Landmark }).ToListAsync();
        var said = (await voices.Of([.. reports.Select(r => r.Id)], CancellationToken.None)).Values.Select(v => v.Words);
        return string.Join(" ", reports.SelectMany(r => (string?[])[r.Story, r.Landmark]).Concat(said).OfType<string>()) is { Length: > 0 } words ? words : null;
    }

    public async Task<IReadOnlySet<CaseId>> SamePhone(CaseId id, IReadOnlyList<CaseId> candidates, CancellationToken stop)
    {
        var numbers = db.Set<Report>().Where(r => r.CaseId == id && r.ContactIndex != null && r.Secrecy != Secrecy.Secret).Select(r => r.ContactIndex);
        return (await db.Set<Report>().Where(r => candidates.Contains(r.CaseId) && r.Secrecy != Secrecy.Secret && numbers.Contains(r.ContactIndex)).Select(r => r.CaseId).Distinct().ToListAsync(stop)).ToHashSet();
    }

    public async Task<IReadOnlyDictionary<CaseId, CasePosition>> Positions(IReadOnlyList<CaseId> cases, CancellationToken stop) =>
        (await db.Set<Report>().AsNoTracking().Where(r => cases.Contains(r.CaseId) && r.Lat != null && r.Lon != null)
            .OrderBy(r => r.ReceivedAt).Select(r => new { r.CaseId, r.Lat, r.Lon }).ToListAsync(stop))
        .GroupBy(r => r.CaseId).ToDictionary(g => g.Key, g => new CasePosition(g.First().Lat!.Value, g.First().Lon!.Value));
}
