using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Facts;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons;

internal sealed class PersonRegister(AppDb db, PersonSeals seals, FactBook book, ActRecorder acts, TimeProvider clock) : IPersons
{
    private static readonly Func<AppDb, PersonId, CancellationToken, Task<Person?>> ById = EF.CompileAsyncQuery((AppDb db, PersonId id, CancellationToken stop) =>
        db.Set<Person>().AsNoTracking().FirstOrDefault(p => p.Id == id));

    public async Task<PersonCard?> Find(PersonId id, CancellationToken stop)
    {
        var person = await ById(db, id, stop);
        // A merged person goes on as another one; the card is that one's.
        if (person?.MergedInto is { } root) person = await ById(db, root, stop);
        return person is null ? null : new PersonCard(person.Id, seals.Facts(person), person.Version);
    }

    public object NewRow(PersonId id, PersonFacts facts, DateTime at, bool restricted = false)
    {
        var person = new Person
        {
            Id = id, AgeGroup = facts.AgeGroup, Sex = facts.Sex, CreatedAt = at, ChangedAt = clock.GetUtcNow().UtcDateTime, Version = 1,
            Restricted = restricted, Unidentified = facts.Name is null && facts.Nik is null,
        };
        seals.Write(person, facts);
        return person;
    }

    public async Task<Outcome> Correct(PersonId id, PersonFacts facts, int expectedVersion, Actor actor, CancellationToken stop)
    {
        var person = await db.Set<Person>().FirstAsync(p => p.Id == id, stop);
        if (person.Version != expectedVersion) return new Refusal(Change.ChangedMeanwhile);
        var before = seals.Facts(person);
        var said = FactField.All.Where(f => f.Read is not null && f.Read(before) != f.Read(facts)).ToDictionary(f => f.Key, f => f.Read!(facts));
        if (said.Count == 0) return Outcome.Success;
        var now = clock.GetUtcNow().UtcDateTime;
        await book.Write(person, said, new FactOrigin(FactBook.Papers, Wita.Day(now), actor.Name, actor.Name), stop);
        Touch(person, now);
        await acts.Record(id.Value, "PersonCorrected", actor, stop, after: new { fields = said.Keys });
        return Outcome.Success;
    }

    /// <summary>Counts the change, and lets the indexes in memory see it.</summary>
    public static void Touch(Person person, DateTime now)
    {
        person.Version++;
        person.ChangedAt = now;
        if (person.Name is not null || person.NikIndex is not null) person.Unidentified = false;
    }
}
