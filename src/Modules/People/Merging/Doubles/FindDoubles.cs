using System.Diagnostics;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Merging;

/// <summary>
/// Goes behind every new and changed person and writes down with whom it may stand twice. Where it has come is kept, so that it goes
/// on there after a restart; a pair that somebody decided is not proposed again.
/// </summary>
internal sealed class FindDoubles(IServiceScopeFactory scopes, PersonIndex index) : IJob
{
    private const string Mark = "doubles";
    internal const int Step = 200;
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    public string Name => "person-doubles";

    public TimeSpan Period => TimeSpan.FromSeconds(5);

    public async Task Run(CancellationToken stop)
    {
        if (!index.Ready) return;
        for (; ; )
        {
            var began = Stopwatch.GetTimestamp();
            if (await RunOnce(stop) < Step) return;
            // A million persons after an import take a while: half of the time belongs to those who work.
            await Task.Delay(Stopwatch.GetElapsedTime(began), stop);
        }
    }

    /// <returns>persons looked at</returns>
    internal async Task<int> RunOnce(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, doubles) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<LikelyDoubles>());
        var mark = await db.Set<PersonMark>().AsNoTracking().FirstOrDefaultAsync(m => m.Name == Mark, stop);
        var persons = await FollowPersons.Changed(db, mark?.At ?? DateTime.UnixEpoch, mark?.Person ?? Guid.Empty).Take(Step).ToListAsync(stop);
        if (persons.Count == 0) return 0;
        var found = new Dictionary<(PersonId, PersonId), double>();
        foreach (var person in persons.Where(p => p.MergedInto is null))
            foreach (var other in await doubles.Of(person, stop)) found[PersonPair.Ordered(person.Id, other.Person.Id)] = other.Weighed.Odds;
        await scope.ServiceProvider.GetRequiredService<Change>().Run(async () =>
        {
            await Keep(db, found, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, stop);
            await MoveOn(db, persons[^1], scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - Overlap, persons.Count == Step, stop);
            return Kernel.Outcomes.Outcome.Success;
        }, stop);
        return persons.Count;
    }

    private static async Task Keep(AppDb db, Dictionary<(PersonId First, PersonId Second), double> found, DateTime now, CancellationToken stop)
    {
        var firsts = found.Keys.Select(k => k.First).Distinct().ToList();
        var known = (await db.Set<PersonPair>().Where(p => firsts.Contains(p.First)).ToListAsync(stop)).ToDictionary(p => (p.First, p.Second));
        foreach (var (pair, odds) in found)
        {
            var thousandths = (int)Math.Round(odds * 1000);
            if (!known.TryGetValue(pair, out var row))
                db.Add(new PersonPair { Id = new(Guid.CreateVersion7(now)), First = pair.First, Second = pair.Second, State = PairState.Open, Odds = thousandths, FoundAt = now, Version = 1 });
            else if (row.State == PairState.Open && row.Odds != thousandths) (row.Odds, row.Version) = (thousandths, row.Version + 1);
        }
    }

    /// <summary>At the end the mark stays a little behind: a change that began earlier may be committed later, and its person would never be looked at.</summary>
    private static async Task MoveOn(AppDb db, Person last, DateTime sure, bool more, CancellationToken stop)
    {
        var (at, person) = more || last.ChangedAt <= sure ? (last.ChangedAt, last.Id.Value) : (sure, Guid.Empty);
        var mark = await db.Set<PersonMark>().FirstOrDefaultAsync(m => m.Name == Mark, stop);
        if (mark is null) db.Add(mark = new PersonMark { Name = Mark, At = at, Person = person });
        (mark.At, mark.Person) = (at, person);
    }
}
