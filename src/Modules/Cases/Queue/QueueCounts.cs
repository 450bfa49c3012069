using System.Collections.Concurrent;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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

/// <summary>
/// Keeps counts per scope, so that a page and its menu, and people of one scope, ask once. For two seconds they are fresh;
/// for ten more they are shown as they are while new ones are made behind the page.
/// </summary>
internal sealed class QueueCountMemory(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(12);
    private readonly ConcurrentDictionary<string, (DateTime At, QueueCounts Counts)> kept = new();
    private readonly ConcurrentDictionary<string, DateTime> forgotten = new();
    private readonly ConcurrentDictionary<string, bool> renewing = new();

    /// <returns>null when none are kept or they are too old</returns>
    public (QueueCounts Counts, bool Fresh)? Find(StaffMember member, DateTime now) =>
        kept.TryGetValue(Scope(member), out var found) && now - found.At < Bearable ? (found.Counts, now - found.At < Fresh) : null;

    /// <param name="at">when the counting began; counts begun before an act that asked to forget are not kept</param>
    public void Keep(StaffMember member, DateTime at, QueueCounts counts)
    {
        var scope = Scope(member);
        if (kept.Count > 1000)
        {
            kept.Clear();
            forgotten.Clear();
        }
        if (!forgotten.TryGetValue(scope, out var act) || act < at) kept[scope] = (at, counts);
    }

    /// <summary>After an act of one's own the next page must show it.</summary>
    public void Forget(StaffMember member)
    {
        var scope = Scope(member);
        forgotten[scope] = clock.GetUtcNow().UtcDateTime;
        kept.TryRemove(scope, out _);
    }

    /// <summary>Runs a renewal unless one runs for this scope already.</summary>
    public async Task Renew(StaffMember member, Func<Task> renewal)
    {
        var scope = Scope(member);
        if (!renewing.TryAdd(scope, true)) return;
        try
        {
            await renewal();
        }
        finally
        {
            renewing.TryRemove(scope, out _);
        }
    }

    /// <summary>People with the same duties see the same numbers; who may be named for secret cases sees their own.</summary>
    private static string Scope(StaffMember member) =>
        string.Join(',', member.Roles.Order()) + "|" + string.Join(',', member.AreaScope) + "|" + member.Division + "|" + (CaseVisibility.SeesSecrets(member) ? "" : member.Id.Value);
}

/// <summary>Counts of the saved views: one pass over the index of open cases that an officer may see.</summary>
internal sealed partial class QueueCounting(
    AppDb db, QueueCountMemory memory, IServiceScopeFactory scopes, ILogger<QueueCounting> log, TimeProvider clock)
{
    public async Task<QueueCounts> For(StaffMember member, CancellationToken stop)
    {
        if (memory.Find(member, clock.GetUtcNow().UtcDateTime) is not { } known) return await Anew(member, stop);
        if (!known.Fresh) _ = Task.Run(() => Renew(member), CancellationToken.None);
        return known.Counts;
    }

    private async Task<QueueCounts> Anew(StaffMember member, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var counts = await Count(member, now, stop);
        memory.Keep(member, now, counts);
        return counts;
    }

    private async Task Renew(StaffMember member)
    {
        try
        {
            await memory.Renew(member, async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<QueueCounting>().Anew(member, CancellationToken.None);
            });
        }
        catch (Exception failure)
        {
            // The old numbers stay until they are too old; then the page itself asks and says what is wrong.
            NotRenewed(log, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counts of the queue could not be renewed: {Failure}")]
    private static partial void NotRenewed(ILogger log, string failure);

    private static readonly QueueView[] Counted =
        [QueueView.Mine, QueueView.Soon, QueueView.Late, QueueView.Reporter, QueueView.Urgent, QueueView.Postponed, QueueView.Referred, QueueView.Today, QueueView.All];

    /// <summary>Written in SQL because one pass over a covering index, without grouping, is what keeps it cheap.</summary>
    private async Task<QueueCounts> Count(StaffMember member, DateTime now, CancellationToken stop)
    {
        var values = new SqlValues(db);
        var conditions = new QueueConditions(values, now);
        var times = Counted.Select(view => Times(view, [.. conditions.AmongOpen(view), .. view.StepsFor(member) is { } steps ? [QueueConditions.In(steps)] : Array.Empty<string>()])).ToList();
        var sql = $"SELECT {string.Join(", ", times)} FROM case_file WHERE open AND {CaseVisibility.Sql(member, values)}";
        return (await db.Database.SqlQueryRaw<QueueCounts>(sql, [.. values.All]).ToListAsync(stop))[0];
    }

    private static string Times(QueueView view, IReadOnlyList<string> conditions) =>
        $"CAST(count(CASE WHEN {(conditions.Count == 0 ? "true" : string.Join(" AND ", conditions))} THEN 1 END) AS integer) AS \"{view}\"";
}
