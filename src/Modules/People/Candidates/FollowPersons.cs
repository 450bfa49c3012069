using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Layar.People.Candidates;

/// <summary>
/// Fills the index when it is first wanted, and then reads what changed since, on every node for itself: an outbox message would
/// reach one node only. What a handler of this node changed stands there at once.
/// </summary>
internal sealed partial class FollowPersons(IServiceScopeFactory scopes, PersonIndex index, ILogger<FollowPersons> log) : BackgroundService
{
    private const int Page = 5000;

    /// <summary>A transaction that began earlier may commit later than one that began after it.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Guid, DateTime> lately = [];
    private DateTime seen = DateTime.UnixEpoch;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await index.Wanted.WaitAsync(stoppingToken).ContinueWith(_ => { }, CancellationToken.None);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!index.Ready) await ReadAll(stoppingToken);
                await ReadChanged(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, failure.GetType().Name);
            }
            await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, CancellationToken.None);
        }
    }

    private async Task ReadAll(CancellationToken stop)
    {
        var last = Guid.Empty;
        var newest = DateTime.UnixEpoch;
        for (; ; )
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var rows = await db.Set<Person>().FromSqlRaw("SELECT * FROM person WHERE id > {0}", db.Value(last)).AsNoTracking().OrderBy(p => p.Id).Take(Page).ToListAsync(stop);
            var seals = scope.ServiceProvider.GetRequiredService<PersonSeals>();
            foreach (var person in rows)
            {
                index.Put(person, seals);
                if (person.ChangedAt > newest) newest = person.ChangedAt;
            }
            if (rows.Count < Page) break;
            last = rows[^1].Id.Value;
        }
        seen = newest;
        index.HasAll();
    }

    private async Task ReadChanged(CancellationToken stop)
    {
        var from = seen > DateTime.UnixEpoch + Overlap ? seen - Overlap : seen;
        foreach (var old in lately.Where(l => l.Value < from).Select(l => l.Key).ToList()) lately.Remove(old);
        var after = (At: from, Id: Guid.Empty);
        for (; ; )
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var rows = await Changed(db, after.At, after.Id).Take(Page).ToListAsync(stop);
            var seals = scope.ServiceProvider.GetRequiredService<PersonSeals>();
            foreach (var person in rows.Where(p => !lately.TryGetValue(p.Id.Value, out var known) || known != p.ChangedAt))
            {
                index.Put(person, seals);
                lately[person.Id.Value] = person.ChangedAt;
            }
            if (rows.Count > 0) after = (rows[^1].ChangedAt, rows[^1].Id.Value);
            if (rows.Count > 0 && rows[^1].ChangedAt > seen) seen = rows[^1].ChangedAt;
            if (rows.Count < Page) return;
        }
    }

    /// <summary>Persons in the order of their changes, behind a place.</summary>
    public static IQueryable<Person> Changed(AppDb db, DateTime at, Guid id) =>
        db.Set<Person>().FromSqlRaw("SELECT * FROM person WHERE (changed_at, id) > ({0}, {1})", db.Value(at), db.Value(id)).AsNoTracking().OrderBy(p => p.ChangedAt).ThenBy(p => p.Id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index of persons could not be read: {Failure}")]
    private static partial void Failed(ILogger log, string failure);
}
