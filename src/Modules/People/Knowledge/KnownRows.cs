using Layar.Kernel.Data;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Households;
using Layar.People.Participation;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Knowledge;

/// <summary>A person with what rules may ask about.</summary>
internal sealed record KnownRows(Person Person, List<PersonFact> Facts, List<PersonCategory> Categories, List<ProgrammeParticipation> Programmes)
{
    /// <summary>The person and those merged into it; of a merged one only itself.</summary>
    public static readonly Func<AppDb, PersonId, IAsyncEnumerable<KnownRows>> OfPerson = EF.CompileAsyncQuery((AppDb db, PersonId id) =>
        db.Set<Person>().AsNoTracking().Where(p => p.Id == id || p.MergedInto == id).OrderBy(p => p.Id).Select(p => new KnownRows(
            p, db.Set<PersonFact>().Where(f => f.PersonId == p.Id && (f.Field == "birthDate" || f.Field == "estimatedAge" || f.Field == "ageGroup" || f.Field == "sex")).ToList(),
            db.Set<PersonCategory>().Where(c => c.PersonId == p.Id).ToList(), db.Set<ProgrammeParticipation>().Where(t => t.PersonId == p.Id).ToList())));

    /// <summary>Everybody who lives in a household with the person now, the person included.</summary>
    public static readonly Func<AppDb, PersonId, IAsyncEnumerable<HousedRows>> OfHousehold = EF.CompileAsyncQuery((AppDb db, PersonId id) =>
        from m in db.Set<Membership>()
        join p in db.Set<Person>() on m.PersonId equals p.Id
        where m.Until == null && db.Set<Membership>().Any(own => own.HouseholdId == m.HouseholdId && own.Until == null
            && (own.PersonId == id || db.Set<Person>().Any(x => x.MergedInto == id && x.Id == own.PersonId)))
        orderby m.Id
        select new HousedRows(m.HouseholdId, m.Since, m.RecordedAt, new KnownRows(
            p, db.Set<PersonFact>().Where(f => f.PersonId == p.Id && (f.Field == "birthDate" || f.Field == "estimatedAge" || f.Field == "ageGroup" || f.Field == "sex")).ToList(),
            db.Set<PersonCategory>().Where(c => c.PersonId == p.Id).ToList(), db.Set<ProgrammeParticipation>().Where(t => t.PersonId == p.Id).ToList())));
}

internal sealed record HousedRows(HouseholdId Household, DateOnly Since, DateTime RecordedAt, KnownRows Rows);
