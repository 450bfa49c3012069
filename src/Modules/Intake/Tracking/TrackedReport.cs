using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Tracking;

/// <summary>A report as its reporter sees it, with what the reporter may do now.</summary>
internal sealed record TrackedReport
{
    public required Report Report { get; init; }

    public required Progress Progress { get; init; }

    /// <summary>Its case was joined to another one: only the way is shown, nothing that belongs to the other reporter.</summary>
    public required bool Joined { get; init; }

    public required IReadOnlyList<OpenQuestion> Questions { get; init; }

    public required bool MayWithdraw { get; init; }

    /// <summary>Last day on which it may be reopened; null when it may not.</summary>
    public DateOnly? ReopenUntil { get; init; }

    public bool Secret => Report.Secrecy == Secrecy.Secret;
}

internal sealed class TrackReport(AppDb db, ICases cases, MainCase main, ICatalogue catalogue, TextCatalogue texts, TimeProvider time, IServiceProvider services)
{
    public async Task<TrackedReport> Of(Report report, CancellationToken stop)
    {
        var summary = await main.Of(report.CaseId, stop);
        var joined = summary.Id != report.OriginalCaseId;
        var may = joined ? [] : cases.ReporterMay(summary);
        var alone = joined || !may.Contains(CaseActKind.Withdraw) ? false : await db.Set<Report>().CountAsync(r => r.CaseId == summary.Id, stop) == 1;
        var questions = joined || !summary.Open || services.GetService(typeof(ICaseQuestions)) is not ICaseQuestions asked ? [] : await asked.For(summary.Id, stop);
        return new TrackedReport
        {
            Report = report, Progress = Progress.Of(summary, catalogue, texts), Joined = joined, Questions = questions, MayWithdraw = alone,
            ReopenUntil = may.Contains(CaseActKind.Reopen) ? ReopenUntil(summary) : null,
        };
    }

    private DateOnly? ReopenUntil(CaseSummary summary)
    {
        if (summary.ClosedAt is not { } closed) return null;
        var last = Wita.Day(closed).AddDays(catalogue.ClockPolicy(ClockKeys.Reopen, Wita.Day(closed)).Amount);
        return Wita.Day(time.GetUtcNow().UtcDateTime) <= last ? last : null;
    }
}
