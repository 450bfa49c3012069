using Layar.Cases.Contracts;
using Layar.Intake.Reports;

namespace Layar.Intake.CasePanel;

/// <summary>A secret report that joined an open case stays with those who may see its own case.</summary>
internal static class JoinedReports
{
    public static bool Shows(this CaseSummary summary, Secrecy report) => summary.Secret || report != Secrecy.Secret;

    public static IQueryable<Report> ShownOn(this IQueryable<Report> reports, CaseSummary summary) =>
        summary.Secret ? reports : reports.Where(r => r.Secrecy != Secrecy.Secret);
}
