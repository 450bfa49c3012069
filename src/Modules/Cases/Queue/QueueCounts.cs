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
    private readonly ConcurrentDictionary<string, Task<QueueCounts>> running = new();

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

    /// <summary>After an act of one's own the next page must show it; a count that runs already began before.</summary>
    public void Forget(StaffMember member)
    {
        var scope = Scope(member);
        forgotten[scope] = clock.GetUtcNow().UtcDateTime;
        kept.TryRemove(scope, out _);
        running.TryRemove(scope, out _);
    }

    /// <summary>However many pages of a scope ask at one moment, one of them counts.</summary>
    public Task<QueueCounts> Once(StaffMember member, Func<Task<QueueCounts>> count)
    {
        var scope = Scope(member);
        var mine = new TaskCompletionSource<QueueCounts>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = running.GetOrAdd(scope, mine.Task);
        return first == mine.Task ? Run(scope, mine, count) : first;
    }

    private async Task<QueueCounts> Run(string scope, TaskCompletionSource<QueueCounts> mine, Func<Task<QueueCounts>> count)
    {
        try
        {
            mine.SetResult(await count());
        }
        catch (Exception failure)
        {
            mine.SetException(failure);
        }
        finally
        {
            running.TryRemove(KeyValuePair.Create(scope, mine.Task));
        }
        return await mine.Task;
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
        if (memory.Find(member, clock.GetUtcNow().UtcDateTime) is not { } known) return await Anew(member).WaitAsync(stop);
        if (!known.Fresh) _ = Task.Run(() => Renew(member), CancellationToken.None);
        return known.Counts;
    }

    /// <summary>In a scope of its own: the page that began it may be given up while others wait for its numbers.</summary>
    private Task<QueueCounts> Anew(StaffMember member) => memory.Once(member, async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        var counts = await scope.ServiceProvider.GetRequiredService<QueueCounting>().Count(member, now, CancellationToken.None);
        memory.Keep(member, now, counts);
        return counts;
    });

    private async Task Renew(StaffMember member)
    {
        try
        {
            await Anew(member);
        }
        catch (Exception failure)
        {
            // The old numbers stay until they are too old; then the page itself asks and says what is wrong.
            NotRenewed(log, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counts of the queue could not be renewed: {Failure}")]
    private static partial void NotRenewed(ILogger log, string failure);

    /// <summary>
    /// Written in SQL because one pass over a covering index, without grouping, is what keeps it cheap. Every step is counted once, whatever views show it,
    /// and views of a span of due times read only that span of the index.
    /// </summary>
    private async Task<QueueCounts> Count(StaffMember member, DateTime now, CancellationToken stop)
    {
        var values = new SqlValues(db);
        var conditions = new QueueConditions(values, now);
        var open = $"FROM case_file WHERE open AND {CaseVisibility.Sql(member, values)}";
        var steps = ByStep.SelectMany(v => v.StepsFor(member)!).Distinct().ToList();
        var counted = steps.Select(s => Times($"step = '{s}'", s.ToString())).Concat(Marked.Select(v => Times(All(conditions.AmongOpen(v)), v.ToString()))).Prepend($"{Number("count(*)")} AS \"{QueueView.All}\"");
        var shown = ByStep.Select(v => $"{Sum(v.StepsFor(member)!)} AS \"{v}\"")
            .Concat(Marked.Append(QueueView.All).Select(v => $"\"{v}\""))
            .Concat(Spans.Select(v => $"(SELECT {Number("count(*)")} {open} AND {All(conditions.AmongOpen(v))}) AS \"{v}\""));
        var sql = $"SELECT {string.Join(", ", shown)} FROM (SELECT {string.Join(", ", counted)} {open}) counted";
        return (await db.Database.SqlQueryRaw<QueueCounts>(sql, [.. values.All]).ToListAsync(stop))[0];
    }

    private static readonly QueueView[] ByStep = [QueueView.Mine, QueueView.Reporter, QueueView.Postponed, QueueView.Referred];
    private static readonly QueueView[] Marked = [QueueView.Urgent, QueueView.Today];
    private static readonly QueueView[] Spans = [QueueView.Soon, QueueView.Late];

    private static string Times(string condition, string name) => $"{Number($"count(*) FILTER (WHERE {condition})")} AS \"{name}\"";

    private static string Number(string count) => $"CAST({count} AS integer)";

    private static string All(IReadOnlyList<string> conditions) => string.Join(" AND ", conditions);

    private static string Sum(IReadOnlyList<CaseStep> steps) => steps.Count == 0 ? "0" : string.Join(" + ", steps.Select(s => $"\"{s}\""));
}
