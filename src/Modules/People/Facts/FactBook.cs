using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Facts;

/// <summary>Reads and writes the facts of persons, and keeps the columns of the person equal to the believed ones.</summary>
internal sealed class FactBook(AppDb db, FieldCipher cipher, PersonSeals seals, SourceTrust trust, TimeProvider clock)
{
    /// <summary>How a fact that came with a report is marked as long as nobody has weighed it.</summary>
    public const string Report = "laporan";
    public const string Papers = "dokumen";

    private DateOnly Today => Wita.Day(clock.GetUtcNow().UtcDateTime);

    /// <summary>Facts of a person and of those merged into it.</summary>
    public async Task<KnownFacts> Of(IReadOnlyList<Person> persons, CancellationToken stop)
    {
        var ids = persons.Select(p => p.Id).ToList();
        return Of(persons, await db.Set<PersonFact>().AsNoTracking().Where(f => ids.Contains(f.PersonId)).ToListAsync(stop));
    }

    /// <summary>The same of rows that were read already.</summary>
    public KnownFacts Of(IReadOnlyList<Person> persons, IReadOnlyList<PersonFact> rows)
    {
        var all = rows.Select(Open).Concat(persons.SelectMany(p => Unweighed(p, rows, MergedInto(p, persons))));
        return new KnownFacts(all.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => (IReadOnlyList<KnownFact>)[.. Order(g.Key, g)]));
    }

    /// <summary>What is known of these fields, for each of these persons; what was merged into them counts with them.</summary>
    public async Task<IReadOnlyDictionary<PersonId, KnownFacts>> Believed(IReadOnlyList<Person> persons, string[] fields, CancellationToken stop)
    {
        var ids = persons.Select(p => p.Id).ToList();
        var rows = await (from f in db.Set<PersonFact>()
                          join p in db.Set<Person>() on f.PersonId equals p.Id
                          where fields.Contains(f.Field) && (ids.Contains(p.Id) || (p.MergedInto != null && ids.Contains(p.MergedInto.Value)))
                          select new { Fact = f, p.MergedInto }).AsNoTracking().ToListAsync(stop);
        var believed = new Dictionary<PersonId, KnownFacts>();
        foreach (var person in persons)
        {
            var own = rows.Where(r => r.MergedInto == person.Id || r.Fact.PersonId == person.Id).Select(r => r.Fact).ToList();
            var known = own.Select(Open).Concat(Unweighed(person, own, [.. own.Select(f => f.PersonId)])).Where(f => fields.Contains(f.Field));
            believed[person.Id] = new KnownFacts(known.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => (IReadOnlyList<KnownFact>)[.. Order(g.Key, g)]));
        }
        return believed;
    }

    /// <summary>Adds what a source says and lets the best win. Call inside a change, on a tracked person.</summary>
    /// <param name="said">field → value; null withdraws all that was known of it</param>
    /// <returns>fields for which another source stays believed</returns>
    public async Task<IReadOnlyList<string>> Write(Person person, IReadOnlyDictionary<string, string?> said, FactOrigin origin, CancellationToken stop)
    {
        var fields = said.Keys.ToList();
        var ids = await db.Set<Person>().Where(p => p.MergedInto == person.Id).Select(p => p.Id).ToListAsync(stop);
        ids.Add(person.Id);
        var rows = await db.Set<PersonFact>().Where(f => ids.Contains(f.PersonId) && fields.Contains(f.Field)).ToListAsync(stop);
        foreach (var first in Unweighed(person, rows, ids).Where(f => fields.Contains(f.Field)).ToList()) rows.Add(Keep(first));
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (field, value) in said)
        {
            if (value is not null) rows.Add(Keep(new KnownFact(null, person.Id.Value, field, value, origin.Source, origin.AsOf, origin.CheckedBy, now, origin.RecordedBy)));
            else foreach (var row in rows.Where(r => r.Field == field && r.WithdrawnAt is null)) (row.WithdrawnAt, row.WithdrawnBy) = (now, origin.RecordedBy);
        }
        return Settle(person, said, rows);
    }

    /// <summary>Writes down as facts what came with reports, so that each person takes its own along when they are joined or taken apart.</summary>
    /// <param name="persons">everybody who hangs together, as it was before</param>
    /// <returns>all facts of these persons</returns>
    public async Task<IReadOnlyList<PersonFact>> Weigh(IReadOnlyList<Person> persons, CancellationToken stop)
    {
        var ids = persons.Select(p => p.Id).ToList();
        var rows = await db.Set<PersonFact>().Where(f => ids.Contains(f.PersonId)).ToListAsync(stop);
        foreach (var first in persons.SelectMany(p => Unweighed(p, rows, MergedInto(p, persons))).ToList()) rows.Add(Keep(first));
        return rows;
    }

    /// <summary>The columns of a person show the best of these facts.</summary>
    public void Project(Person person, IEnumerable<PersonFact> facts) =>
        Settle(person, FactField.All.Where(f => f.Write is not null).ToDictionary(f => f.Key, _ => (string?)null), [.. facts]);

    private List<string> Settle(Person person, IReadOnlyDictionary<string, string?> said, List<PersonFact> rows)
    {
        var facts = seals.Facts(person);
        var kept = new List<string>();
        foreach (var (key, value) in said)
        {
            var best = Order(key, rows.Where(r => r.Field == key && r.WithdrawnAt is null).Select(Open)).FirstOrDefault()?.Value;
            if (best != value) kept.Add(key);
            if (FactField.Find(key)?.Write is { } write) facts = write(facts, best);
        }
        seals.Write(person, facts);
        return kept;
    }

    private IOrderedEnumerable<KnownFact> Order(string field, IEnumerable<KnownFact> facts) =>
        trust.Order(field, facts, f => f.Claim, Today).OrderBy(f => f.Withdrawn);

    /// <summary>Columns that no fact stands behind yet: they came with the report that made the person.</summary>
    /// <param name="merged">persons merged into this one: its columns may show what they brought</param>
    private IEnumerable<KnownFact> Unweighed(Person person, IReadOnlyList<PersonFact> rows, IReadOnlyList<PersonId> merged)
    {
        var weighed = rows.Where(r => r.PersonId == person.Id || merged.Contains(r.PersonId)).Select(r => r.Field).ToHashSet();
        var facts = seals.Facts(person);
        foreach (var field in FactField.All.Where(f => f.Read is not null && !weighed.Contains(f.Key)))
            if (field.Read!(facts) is { } value)
                yield return new KnownFact(null, person.Id.Value, field.Key, value, Report, Wita.Day(person.CreatedAt), null, person.CreatedAt, "Layar");
    }

    private static List<PersonId> MergedInto(Person root, IReadOnlyList<Person> persons) => [.. persons.Where(p => p.MergedInto == root.Id).Select(p => p.Id)];

    private PersonFact Keep(KnownFact fact)
    {
        var id = new PersonFactId(Guid.CreateVersion7());
        var hidden = FactField.Find(fact.Field)!.Sealed;
        var row = new PersonFact
        {
            Id = id, PersonId = new PersonId(fact.Person), Field = fact.Field, Value = hidden ? null : fact.Value,
            SealedValue = hidden ? cipher.Seal(fact.Value, PersonFact.ValueColumn, id.Value) : null,
            Source = fact.Source, AsOf = fact.AsOf, CheckedBy = fact.CheckedBy, RecordedAt = fact.RecordedAt, RecordedBy = fact.RecordedBy,
        };
        db.Add(row);
        return row;
    }

    private KnownFact Open(PersonFact f) => new(f.Id, f.PersonId.Value, f.Field, f.Value ?? cipher.Open(f.SealedValue, PersonFact.ValueColumn, f.Id.Value) ?? "",
        f.Source, f.AsOf, f.CheckedBy, f.RecordedAt, f.RecordedBy, f.WithdrawnAt is not null);
}
