using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Households;

/// <param name="Person">the row as it stands; a merged one keeps its place in the household</param>
internal sealed record HouseholdMember(Membership Membership, Person Person, bool Visible);

/// <summary>The household somebody lives in now, the head first, then the eldest.</summary>
internal sealed record HouseholdNow(HouseholdId Id, IReadOnlyList<HouseholdMember> Members);

internal sealed class HouseholdReading(AppDb db)
{
    /// <summary>Null when none of these persons lives in a household that is known.</summary>
    public async Task<HouseholdNow?> Of(IReadOnlyList<PersonId> persons, StaffMember viewer, CancellationToken stop)
    {
        var rows = await (from m in db.Set<Membership>()
                          join p in db.Set<Person>() on m.PersonId equals p.Id
                          where m.Until == null && db.Set<Membership>().Any(own => own.HouseholdId == m.HouseholdId && own.Until == null && persons.Contains(own.PersonId))
                          select new { m, p }).AsNoTracking().ToListAsync(stop);
        if (rows.Count == 0) return null;
        // Two merged persons may bring a household each: the one entered last is where they live now.
        var now = rows.Where(r => persons.Contains(r.p.Id)).MaxBy(r => (r.m.Since, r.m.RecordedAt))!.m.HouseholdId;
        return new HouseholdNow(now, [.. rows.Where(r => r.m.HouseholdId == now).OrderBy(r => r.m.Role).ThenBy(r => r.p.BirthDate ?? DateOnly.MaxValue).ThenBy(r => r.m.RecordedAt)
            .Select(r => new HouseholdMember(r.m, r.p, persons.Contains(r.p.Id) || PersonAccess.Finds(r.p.Restricted, r.p.Area, viewer)))]);
    }
}
