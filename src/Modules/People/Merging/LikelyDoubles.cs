using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Linkage.Pairs;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Merging;

/// <summary>A person who may be the one at hand.</summary>
internal sealed record LikelyDouble(Person Person, PersonCandidate Candidate, WeighedPair Weighed);

/// <summary>Looks among all persons for those who may be the same as one: the index names candidates, the weights judge them.</summary>
internal sealed class LikelyDoubles(AppDb db, PersonIndex index, PairFields pairs, PersonSeals seals, PersonWords words)
{
    private const int Looked = 12;

    /// <summary>For somebody not yet written down; only persons whom the officer may see.</summary>
    public async Task<IReadOnlyList<LikelyDouble>> Of(FactInput input, StaffMember member, CancellationToken stop)
    {
        var nothing = new KnownFacts(new Dictionary<string, IReadOnlyList<KnownFact>>());
        if (!input.Over(nothing, words.Today, _ => true).TryGet(out var said, out _)) return [];
        var facts = FactField.All.Where(f => f.Write is not null && said.GetValueOrDefault(f.Key) is not null).Aggregate(new PersonFacts(), (all, f) => f.Write!(all, said[f.Key]));
        var found = await Of(facts, words.Years(facts.BirthDate, facts.EstimatedAge, words.Now), null, stop);
        return [.. found.Where(d => PersonAccess.Finds(d.Person.Restricted, d.Person.Area, member)).Take(5)];
    }

    public Task<IReadOnlyList<LikelyDouble>> Of(Person person, CancellationToken stop) => Of(seals.Facts(person), Years(person), person.Id, stop);

    public WeighedPair Weigh(Person a, Person b) => pairs.Weigh(PairFields.Of(seals.Facts(a), Years(a)), PairFields.Of(seals.Facts(b), Years(b)));

    private int? Years(Person p) => words.Years(p.BirthDate, p.EstimatedAge, p.CreatedAt);

    private async Task<IReadOnlyList<LikelyDouble>> Of(PersonFacts facts, int? years, PersonId? own, CancellationToken stop)
    {
        await index.Wait(stop);
        var ids = Named(facts).Where(id => id != own).Distinct().ToList();
        if (ids.Count == 0) return [];
        var fields = PairFields.Of(facts, years);
        var rows = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.MergedInto == null).ToListAsync(stop);
        return [.. rows.Select(p => new LikelyDouble(p, words.Candidate(p), pairs.Weigh(fields, PairFields.Of(seals.Facts(p), Years(p)))))
            .Where(d => d.Weighed.Advice != PairAdvice.Different).OrderByDescending(d => d.Weighed.Odds)];
    }

    private IEnumerable<PersonId> Named(PersonFacts facts)
    {
        if (facts.Nik is { } nik) foreach (var hit in index.Search(nik, Looked)) yield return new PersonId(hit.Person.Id);
        foreach (var name in new[] { facts.Name, facts.Alias }.OfType<string>())
        {
            var born = facts.BirthDate is { } day ? $" {day.Year}" : "";
            foreach (var hit in index.Search($"{name}{born} ", Looked)) yield return new PersonId(hit.Person.Id);
            if (born.Length > 0) foreach (var hit in index.Search(name + " ", Looked)) yield return new PersonId(hit.Person.Id);
        }
    }
}
