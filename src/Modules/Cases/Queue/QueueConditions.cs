using Layar.Cases.Contracts;
using Layar.Kernel.Data;

namespace Layar.Cases.Queue;

/// <summary>What a saved view means, as conditions in SQL: lists and counts ask the same. Every moment is sent once.</summary>
internal sealed class QueueConditions(SqlValues values, DateTime now)
{
    private string? present;
    private string? near;
    private string? today;

    private string Present => present ??= values.Add(now);

    private string Near => near ??= values.Add(now + QueueViews.Near);

    private string Today => today ??= values.Add(OfficerQueue.StartOfToday(now));

    /// <summary>Of all cases; the steps of the view stand in <see cref="QueueViews.StepsFor"/>.</summary>
    public IReadOnlyList<string> Of(QueueView view) => view switch
    {
        QueueView.Closed => ["NOT open"],
        QueueView.Answered => ["agency IS NOT NULL", $"step = '{CaseStep.Completed}'"],
        _ => ["open", .. AmongOpen(view)],
    };

    /// <summary>Of those cases that are open.</summary>
    public IReadOnlyList<string> AmongOpen(QueueView view) => view switch
    {
        QueueView.Today => [$"received_at >= {Today}"],
        QueueView.Soon => ["paused_at IS NULL", $"next_due_at >= {Present}", $"next_due_at < {Near}"],
        QueueView.Late => ["paused_at IS NULL", $"next_due_at < {Present}"],
        QueueView.Urgent => ["emergency"],
        _ => [],
    };

    public static string In(IReadOnlyList<CaseStep> steps) => steps.Count == 0 ? "false" : $"step IN ({string.Join(',', steps.Select(s => $"'{s}'"))})";
}
