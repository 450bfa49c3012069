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
    /// <summary>The person and those merged into it, each with the households it lives in now; of a merged one only itself.</summary>
    public static readonly Func<AppDb, PersonId, IAsyncEnumerable<OwnRows>> OfPerson = EF.CompileAsyncQuery((AppDb db, PersonId id) =>
        db.Set<Person>().AsNoTracking().Where(p => p.Id == id || p.MergedInto == id).OrderBy(p => p.Id).Select(p => new OwnRows(
            db.Set<Membership>().Where(m => m.PersonId == p.Id && m.Until == null).ToList(), new KnownRows(
            p, db.Set<PersonFact>().Where(f => f.PersonId == p.Id && (f.Field == "birthDate" || f.Field == "estimatedAge" || f.Field == "ageGroup" || f.Field == "sex")).ToList(),
            db.Set<PersonCategory>().Where(c => c.PersonId == p.Id).ToList(), db.Set<ProgrammeParticipation>().Where(t => t.PersonId == p.Id).ToList()))));

    /// <summary>Everybody who lives in a household now.</summary>
    public static readonly Func<AppDb, HouseholdId, IAsyncEnumerable<KnownRows>> OfHousehold = EF.CompileAsyncQuery((AppDb db, HouseholdId id) =>
        from m in db.Set<Membership>()
        join p in db.Set<Person>() on m.PersonId equals p.Id
        where m.HouseholdId == id && m.Until == null
        orderby m.Id
        select new KnownRows(
            p, db.Set<PersonFact>().Where(f => f.PersonId == p.Id && (f.Field == "birthDate" || f.Field == "estimatedAge" || f.Field == "ageGroup" || f.Field == "sex")).ToList(),
            db.Set<PersonCategory>().Where(c => c.PersonId == p.Id).ToList(), db.Set<ProgrammeParticipation>().Where(t => t.PersonId == p.Id).ToList()));
}

internal sealed record OwnRows(List<Membership> Homes, KnownRows Rows);
