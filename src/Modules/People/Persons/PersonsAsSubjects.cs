using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Unidentified;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons;

/// <summary>Persons in the read log, by name.</summary>
internal sealed class PersonsAsSubjects(AppDb db, PersonWords words) : IReadSubjects
{
    public IReadOnlyCollection<string> Kinds => ["person", "nik", "copy"];

    public async Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        if (!viewer.HasAny(PersonDesk.Readers)) return new Dictionary<Guid, ReadSubject>();
        var keys = ids.Select(i => new PersonId(i)).ToList();
        var rows = await PersonAccess.Filter(db.Set<Person>().AsNoTracking(), viewer).Where(p => keys.Contains(p.Id)).ToListAsync(stop);
        return rows.ToDictionary(p => p.Id.Value, p => new ReadSubject(words.Name(p), $"/petugas/warga/{p.Id.Value}"));
    }
}

/// <summary>Photos of persons in the read log.</summary>
internal sealed class PersonPhotosAsSubjects(AppDb db) : IReadSubjects
{
    public IReadOnlyCollection<string> Kinds => ["photo"];

    public async Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        var keys = ids.Select(i => new PersonPhotoId(i)).ToList();
        var rows = await db.Set<PersonPhoto>().Where(p => keys.Contains(p.Id)).Select(p => new { p.Id, p.PersonId }).ToListAsync(stop);
        return rows.ToDictionary(p => p.Id.Value, p => new ReadSubject("", null, new SubjectKey("person", p.PersonId.Value)));
    }
}
