using Layar.Kernel.Secrets;
using Layar.People.Contracts;

namespace Layar.People.Persons;

/// <summary>Between the row of a person and its facts in the clear.</summary>
internal sealed class PersonSeals(FieldCipher cipher, KeyRing ring)
{
    public PersonFacts Facts(Person p) => new()
    {
        Name = p.Name, Alias = p.Alias, Nik = Nik(p), FamilyCard = cipher.Open(p.SealedFamilyCard, Person.FamilyCardColumn, p.Id.Value),
        BirthPlace = p.BirthPlace, BirthDate = p.BirthDate, EstimatedAge = p.EstimatedAge, AgeGroup = p.AgeGroup, Sex = p.Sex, Address = p.Address, Rt = p.Rt, Area = p.Area,
    };

    public string? Nik(Person p) => cipher.Open(p.SealedNik, Person.NikColumn, p.Id.Value);

    public byte[] NikIndex(string digits) => ring.BlindIndex("nik", digits);

    public byte[] FamilyCardIndex(string digits) => ring.BlindIndex("kk", digits);

    public void Write(Person p, PersonFacts facts)
    {
        // An unchanged number keeps its seal: the row is not written for nothing.
        if (p.SealedNik is null || facts.Nik is null || !NikIndex(facts.Nik).AsSpan().SequenceEqual(p.NikIndex))
            (p.SealedNik, p.NikIndex) = (cipher.Seal(facts.Nik, Person.NikColumn, p.Id.Value), facts.Nik is null ? null : NikIndex(facts.Nik));
        if (p.SealedFamilyCard is null || facts.FamilyCard is null || !FamilyCardIndex(facts.FamilyCard).AsSpan().SequenceEqual(p.FamilyCardIndex))
            (p.SealedFamilyCard, p.FamilyCardIndex) = (cipher.Seal(facts.FamilyCard, Person.FamilyCardColumn, p.Id.Value), facts.FamilyCard is null ? null : FamilyCardIndex(facts.FamilyCard));
        p.Name = facts.Name;
        p.Alias = facts.Alias;
        p.BirthPlace = facts.BirthPlace;
        p.BirthDate = facts.BirthDate;
        p.EstimatedAge = facts.EstimatedAge;
        p.AgeGroup = facts.AgeGroup;
        p.Sex = facts.Sex;
        p.Address = facts.Address;
        p.Rt = facts.Rt;
        p.Area = facts.Area;
    }
}
