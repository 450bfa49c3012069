using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;

namespace Layar.Cases.Queue;

/// <summary>The saved views above the lists.</summary>
internal enum QueueView { Mine, Soon, Late, Reporter, Urgent, Postponed, Referred, Today, Closed, All, Answered }

internal static class QueueViews
{
    /// <summary>Hours before the limit from which a case counts as near it; the pill turns amber at the same time.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(24);

    private static readonly Dictionary<QueueView, string> Slugs = new()
    {
        [QueueView.Mine] = "saya", [QueueView.Soon] = "hampir", [QueueView.Late] = "lewat", [QueueView.Reporter] = "menunggu",
        [QueueView.Urgent] = "darurat", [QueueView.Postponed] = "ditunda", [QueueView.Referred] = "rujukan", [QueueView.Today] = "baru",
        [QueueView.Closed] = "selesai", [QueueView.All] = "semua", [QueueView.Answered] = "dijawab",
    };

    public static readonly IReadOnlyList<QueueView> OfQueue = [.. Enum.GetValues<QueueView>().Where(v => v != QueueView.Answered)];

    public static readonly IReadOnlyList<QueueView> OfReferrals = [QueueView.Referred, QueueView.Answered];

    /// <summary>What is over, or new, is looked through newest first; what waits, by due time.</summary>
    public static bool IsNewestFirst(this QueueView view) => view is QueueView.Closed or QueueView.Today or QueueView.Answered;

    public static string Slug(this QueueView view) => Slugs[view];

    public static QueueView? Parse(string? slug) => Slugs.Where(s => s.Value == slug).Select(s => (QueueView?)s.Key).FirstOrDefault();

    /// <summary>The step whose cases a view shows, for views of one step.</summary>
    public static CaseStep? StepOf(this QueueView view) => view switch
    {
        QueueView.Reporter => CaseStep.AwaitingReporter,
        QueueView.Postponed => CaseStep.Postponed,
        QueueView.Referred => CaseStep.ReferredOut,
        _ => null,
    };

    /// <returns>null for any step; empty when no step is this officer's</returns>
    public static IReadOnlyList<CaseStep>? StepsFor(this QueueView view, StaffMember member) =>
        view == QueueView.Mine ? [.. Steps.HeldBy(member.Roles)] : view.StepOf() is { } only ? [only] : null;
}
