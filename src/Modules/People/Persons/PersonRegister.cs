using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons;

internal sealed class PersonRegister(AppDb db, FieldCipher cipher, KeyRing ring, ActRecorder acts) : IPersons
{
    private static readonly Func<AppDb, PersonId, CancellationToken, Task<Person?>> ById = EF.CompileAsyncQuery((AppDb db, PersonId id, CancellationToken stop) =>
        db.Set<Person>().AsNoTracking().FirstOrDefault(p => p.Id == id));

    public async Task<PersonCard?> Find(PersonId id, CancellationToken stop)
    {
        var person = await ById(db, id, stop);
        return person is null ? null : new PersonCard(id, Facts(person), person.Version);
    }

    public object NewRow(PersonId id, PersonFacts facts, DateTime at)
    {
        var person = new Person { Id = id, AgeGroup = facts.AgeGroup, Sex = facts.Sex, CreatedAt = at, Version = 1 };
        Write(person, facts);
        return person;
    }

    public async Task<Outcome> Correct(PersonId id, PersonFacts facts, int expectedVersion, Actor actor, CancellationToken stop)
    {
        var person = await db.Set<Person>().FirstAsync(p => p.Id == id, stop);
        if (person.Version != expectedVersion) return new Refusal(Change.ChangedMeanwhile);
        var changed = Names(Facts(person), facts);
        if (changed.Count == 0) return Outcome.Success;
        Write(person, facts);
        person.Version++;
        await acts.Record(id.Value, "PersonCorrected", actor, stop, after: new { fields = changed });
        return Outcome.Success;
    }

    private PersonFacts Facts(Person p) => new()
    {
        Name = p.Name, Alias = p.Alias, Nik = cipher.Open(p.SealedNik, Person.NikColumn, p.Id.Value),
        FamilyCard = cipher.Open(p.SealedFamilyCard, Person.FamilyCardColumn, p.Id.Value), BirthPlace = p.BirthPlace, BirthDate = p.BirthDate,
        EstimatedAge = p.EstimatedAge, AgeGroup = p.AgeGroup, Sex = p.Sex, Address = p.Address, Rt = p.Rt, Area = p.Area,
    };

    private void Write(Person p, PersonFacts facts)
    {
        p.Name = facts.Name;
        p.Alias = facts.Alias;
        p.SealedNik = cipher.Seal(facts.Nik, Person.NikColumn, p.Id.Value);
        p.NikIndex = facts.Nik is null ? null : ring.BlindIndex("nik", facts.Nik);
        p.SealedFamilyCard = cipher.Seal(facts.FamilyCard, Person.FamilyCardColumn, p.Id.Value);
        p.FamilyCardIndex = facts.FamilyCard is null ? null : ring.BlindIndex("kk", facts.FamilyCard);
        p.BirthPlace = facts.BirthPlace;
        p.BirthDate = facts.BirthDate;
        p.EstimatedAge = facts.EstimatedAge;
        p.AgeGroup = facts.AgeGroup;
        p.Sex = facts.Sex;
        p.Address = facts.Address;
        p.Rt = facts.Rt;
        p.Area = facts.Area;
    }

    private static List<string> Names(PersonFacts before, PersonFacts after) =>
        [.. typeof(PersonFacts).GetProperties().Where(p => !Equals(p.GetValue(before), p.GetValue(after))).Select(p => p.Name)];
}
