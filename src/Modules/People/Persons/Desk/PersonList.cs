using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Participation;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons;

/// <param name="Type">code of a PPKS type that is not sensitive</param>
/// <param name="Area">kecamatan or village</param>
/// <param name="After">last person of the page before</param>
internal sealed record PersonFilter(string? Type, string? Area, bool Unidentified, Guid? After);

/// <param name="Types">names of the types that hold today; sensitive ones never stand in lists</param>
internal sealed record PersonRow(PersonId Id, string Name, string About, string? Place, string? Nik, bool Unidentified, bool Restricted, IReadOnlyList<string> Types, IReadOnlyList<string> Programmes);

internal sealed record PersonPage(IReadOnlyList<PersonRow> Rows, Guid? Next);

/// <summary>Persons, newest first, by the primary key: a page costs the same with a thousand and with a million.</summary>
internal sealed class PersonList(AppDb db, PersonWords words, CategoryWords categories)
{
    public const int Size = 50;

    public async Task<PersonPage> Read(PersonFilter filter, StaffMember member, CancellationToken stop)
    {
        var persons = filter.After is { } after ? db.Set<Person>().FromSqlRaw("SELECT * FROM person WHERE id < {0}", db.Value(after)) : db.Set<Person>();
        persons = PersonAccess.Filter(persons.AsNoTracking().Where(p => p.MergedInto == null), member);
        if (filter.Unidentified) persons = persons.Where(p => p.Unidentified);
        if (filter.Area is { } area) persons = persons.Where(p => p.Area == area || p.Area!.StartsWith(area + "."));
        if (filter.Type is { } type)
            persons = persons.Where(p => db.Set<PersonCategory>().Any(c => c.PersonId == p.Id && c.Kind == CategoryKind.Ppks && c.Code == type && c.Until == null));
        var rows = await persons.OrderByDescending(p => p.Id).Take(Size + 1).ToListAsync(stop);
        var next = rows.Count > Size ? rows[Size - 1].Id.Value : (Guid?)null;
        return new PersonPage(await Rows([.. rows.Take(Size)], stop), next);
    }

    private async Task<IReadOnlyList<PersonRow>> Rows(List<Person> persons, CancellationToken stop)
    {
        var ids = persons.Select(p => p.Id).ToList();
        var types = (await db.Set<PersonCategory>().AsNoTracking().Where(c => ids.Contains(c.PersonId) && c.Until == null && c.Code != null)
            .Select(c => new { c.PersonId, c.Kind, c.Code }).ToListAsync(stop)).ToLookup(c => c.PersonId, c => categories.Find(c.Kind, c.Code!)?.Name ?? c.Code!);
        var programmes = (await db.Set<ProgrammeParticipation>().AsNoTracking().Where(c => ids.Contains(c.PersonId) && c.Until == null)
            .Select(c => new { c.PersonId, c.Programme }).ToListAsync(stop)).ToLookup(c => c.PersonId, c => words.Programme(c.Programme));
        return [.. persons.Select(p => new PersonRow(p.Id, words.Name(p), words.About(p), words.Place(p.Area), words.MaskedNik(p), p.Unidentified, p.Restricted, [.. types[p.Id]], [.. programmes[p.Id]]))];
    }
}
