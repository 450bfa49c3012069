using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons;

/// <summary>A person with those that were merged into it.</summary>
internal sealed record PersonGroup(Person Person, IReadOnlyList<Person> Merged)
{
    public IReadOnlyList<Person> All => [Person, .. Merged];

    public IReadOnlyList<PersonId> Ids => [.. All.Select(p => p.Id)];
}

/// <summary>Finds a person for an officer who may see it.</summary>
internal sealed class PersonAtHand(AppDb db, PersonAccess access)
{
    /// <summary>Of a merged person, the one as whom it goes on; null when there is none or it is not this officer's to see.</summary>
    public async Task<PersonGroup?> Find(PersonId id, StaffMember member, CancellationToken stop)
    {
        if (await Read(id, stop) is not { } group) return null;
        return await access.MaySee(group.All, member, stop) ? group : null;
    }

    private async Task<PersonGroup?> Read(PersonId id, CancellationToken stop)
    {
        var rows = await db.Set<Person>().AsNoTracking().Where(p => p.Id == id || p.MergedInto == id).ToListAsync(stop);
        if (rows.FirstOrDefault(p => p.Id == id) is not { } person) return null;
        return person.MergedInto is { } root ? await Read(root, stop) : new PersonGroup(person, [.. rows.Where(p => p != person).OrderBy(p => p.CreatedAt)]);
    }
}
