using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Merging;

/// <summary>
/// Keeps <see cref="Person.MergedInto"/> equal to the decisions. Nothing of a merged person is rewritten: cases, programmes and types
/// stay with the person with whom they came, and are read through the link; so taking a link back brings everything back.
/// </summary>
internal sealed class PersonLinks(AppDb db, FactBook facts, TimeProvider clock)
{
    /// <summary>Everybody who hangs together with these by links that hold, the decisions changed in this transaction included.</summary>
    public async Task Settle(IReadOnlyList<PersonId> touched, CancellationToken stop)
    {
        var links = await Links(touched, stop);
        var everybody = touched.Concat(links.SelectMany(l => new[] { l.First, l.Second })).Distinct().ToList();
        var persons = await db.Set<Person>().Where(p => everybody.Contains(p.Id)).ToListAsync(stop);
        var rows = await facts.Weigh(persons, stop);
        foreach (var group in Groups(everybody, links))
        {
            var root = Root(group, links, persons);
            foreach (var person in persons.Where(p => group.Contains(p.Id)))
            {
                facts.Project(person, rows.Where(r => person.Id == root ? group.Contains(r.PersonId) : r.PersonId == person.Id));
                Point(person, person.Id == root ? null : root);
            }
        }
    }

    private async Task<List<PersonPair>> Links(IReadOnlyList<PersonId> touched, CancellationToken stop)
    {
        var links = new Dictionary<PersonPairId, PersonPair>();
        var reached = touched.ToHashSet();
        var next = touched.ToList();
        while (next.Count > 0)
        {
            var rows = await db.Set<PersonPair>().Where(p => next.Contains(p.First) || next.Contains(p.Second)).ToListAsync(stop);
            var tracked = db.ChangeTracker.Entries<PersonPair>().Select(e => e.Entity).Where(p => next.Contains(p.First) || next.Contains(p.Second));
            foreach (var row in rows.Concat(tracked).Where(p => p.State == PairState.Same)) links[row.Id] = row;
            next = [.. links.Values.SelectMany(l => new[] { l.First, l.Second }).Where(reached.Add).Distinct()];
        }
        return [.. links.Values];
    }

    private static IEnumerable<HashSet<PersonId>> Groups(IReadOnlyList<PersonId> everybody, IReadOnlyList<PersonPair> links)
    {
        var left = everybody.ToHashSet();
        while (left.Count > 0)
        {
            var group = new HashSet<PersonId> { left.First() };
            while (links.Any(l => group.Contains(l.First) != group.Contains(l.Second)))
                foreach (var link in links.Where(l => group.Contains(l.First) != group.Contains(l.Second)).ToList()) group.UnionWith([link.First, link.Second]);
            left.ExceptWith(group);
            yield return group;
        }
    }

    /// <summary>The person whom no decision gave away; of several, the oldest.</summary>
    private static PersonId Root(HashSet<PersonId> group, IReadOnlyList<PersonPair> links, IReadOnlyList<Person> persons)
    {
        var given = links.Where(l => group.Contains(l.First)).OrderByDescending(l => l.DecidedAt).FirstOrDefault()?.Kept;
        return given is { } kept && group.Contains(kept) ? kept : persons.Where(p => group.Contains(p.Id)).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id.Value).First().Id;
    }

    private void Point(Person person, PersonId? root)
    {
        person.MergedInto = root;
        person.ChangedAt = clock.GetUtcNow().UtcDateTime;
        person.Version++;
    }
}
