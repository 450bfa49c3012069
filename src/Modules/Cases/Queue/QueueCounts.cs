using System.Collections.Concurrent;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Queue;

/// <summary>How many open cases stand in each view. Closed ones are not counted: their number only grows.</summary>
internal sealed record QueueCounts(int Mine, int Soon, int Late, int Reporter, int Urgent, int Postponed, int Referred, int Today, int All)
{
    public static readonly QueueCounts None = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public int? Of(QueueView view) => view switch
    {
        QueueView.Mine => Mine,
        QueueView.Soon => Soon,
        QueueView.Late => Late,
        QueueView.Reporter => Reporter,
        QueueView.Urgent => Urgent,
        QueueView.Postponed => Postponed,
        QueueView.Referred => Referred,
        QueueView.Today => Today,
        QueueView.All => All,
        _ => null,
    };
}

/// <summary>Keeps counts for two seconds per scope, so that a page and its menu, and people of one scope, ask once.</summary>
internal sealed class QueueCountMemory
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, (DateTime At, QueueCounts Counts)> kept = new();

    public QueueCounts? Find(string scope, DateTime now) =>
        kept.TryGetValue(scope, out var found) && now - found.At < Fresh ? found.Counts : null;

    public void Keep(string scope, DateTime now, QueueCounts counts)
    {
        if (kept.Count > 1000) kept.Clear();
        kept[scope] = (now, counts);
    }

    /// <summary>After an act of one's own the next page must show it.</summary>
    public void Forget() => kept.Clear();
}

/// <summary>Counts of the saved views: one pass over the index of open cases that an officer may see.</summary>
internal sealed class QueueCounting(AppDb db, CaseVisibility visibility, QueueCountMemory memory, TimeProvider clock)
{
    public async Task<QueueCounts> For(StaffMember member, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var scope = Scope(member);
        if (memory.Find(scope, now) is { } known) return known;
        var counts = await Count(member, now, stop);
        memory.Keep(scope, now, counts);
        return counts;
    }

    /// <summary>Written in SQL because one pass over a covering index, without grouping, is what keeps it cheap.</summary>
    private async Task<QueueCounts> Count(StaffMember member, DateTime now, CancellationToken stop)
    {
        var values = new List<object> { db.Value(now), db.Value(now + QueueViews.Near), db.Value(OfficerQueue.StartOfToday(now)) };
        var mine = Steps.HeldBy(member.Roles).Select(s => $"'{s}'").DefaultIfEmpty("''");
        var sql = $"""
            SELECT {Times($"step IN ({string.Join(',', mine)})", "Mine")}, {Times("paused_at IS NULL AND next_due_at >= {0} AND next_due_at < {1}", "Soon")},
            {Times("paused_at IS NULL AND next_due_at < {0}", "Late")}, {Times($"step = '{CaseStep.AwaitingReporter}'", "Reporter")}, {Times("emergency", "Urgent")},
            {Times($"step = '{CaseStep.Postponed}'", "Postponed")}, {Times($"step = '{CaseStep.ReferredOut}'", "Referred")}, {Times("received_at >= {2}", "Today")}, {Times("true", "All")}
            FROM case_file WHERE open AND {visibility.Sql(member, values)}
            """;
        return (await db.Database.SqlQueryRaw<QueueCounts>(sql, [.. values]).ToListAsync(stop))[0];
    }

    private static string Times(string condition, string name) => $"CAST(count(CASE WHEN {condition} THEN 1 END) AS integer) AS \"{name}\"";

    /// <summary>People with the same duties see the same numbers; who may be named for secret cases sees their own.</summary>
    private static string Scope(StaffMember member) =>
        string.Join(',', member.Roles.Order()) + "|" + string.Join(',', member.AreaScope) + "|" + member.Division + "|" + (CaseVisibility.SeesSecrets(member) ? "" : member.Id.Value);
}
