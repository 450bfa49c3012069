using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Categories;

internal sealed record AddCategoryCommand(CategoryKind Kind, string? Code, DateOnly? Since, OriginInput Origin);

/// <summary>Records that a person is of a type since a day. The act names the kind, and the type only when it is not sensitive.</summary>
internal sealed class AddCategory(AppDb db, Change change, CategoryWords words, CategoryBook book, SourceTrust trust, FieldCipher cipher, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(PersonId person, AddCategoryCommand command, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = Wita.Day(now);
        if (command.Code is null || words.Find(command.Kind, command.Code) is not { } word) return new Refusal("people.refused.choose", "Code");
        if (command.Since is not { } since || since > today) return new Refusal("people.refused.day", "Since");
        if (command.Origin.Faults(trust, today).FirstOrDefault() is { } fault) return fault;
        var origin = command.Origin.By(member);
        await db.TakeTurn($"person:{person.Value}", stop);
        var held = await db.Set<PersonCategory>().AsNoTracking().Where(c => c.PersonId == person && c.Kind == command.Kind && c.Until == null).ToListAsync(stop);
        if (held.Any(c => book.Code(c) == word.Code)) return new Refusal("people.refused.held", "Code");
        var id = new PersonCategoryId(Guid.CreateVersion7(now));
        db.Add(new PersonCategory
        {
            Id = id, PersonId = person, Kind = command.Kind, Code = word.Sensitive ? null : word.Code,
            SealedCode = word.Sensitive ? cipher.Seal(word.Code, PersonCategory.CodeColumn, id.Value) : null,
            Since = since, Source = origin.Source, AsOf = origin.AsOf, CheckedBy = origin.CheckedBy, Assessor = origin.RecordedBy, AssessorId = member.Id.Value, RecordedAt = now,
        });
        await acts.Record(person.Value, "CategoryAdded", member.As(PersonAccess.Writers), stop, after: new { kind = command.Kind.ToString(), code = word.Sensitive ? null : word.Code }, touched: [id.Value]);
        return Outcome.Success;
    }, stop);
}

/// <summary>Records that a person is no longer of a type; the row stays.</summary>
internal sealed class EndCategory(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(PersonId person, PersonCategoryId id, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var row = await db.Set<PersonCategory>().FirstOrDefaultAsync(c => c.Id == id && c.PersonId == person, stop);
        if (row is null || !CategoryBook.MayRead(row, member)) return new Refusal("people.refused.gone");
        if (row.Until is not null) return Outcome.Success;
        var today = Wita.Day(clock.GetUtcNow().UtcDateTime);
        row.Until = row.Since > today ? row.Since : today;
        row.EndedBy = member.Name;
        await acts.Record(person.Value, "CategoryEnded", member.As(PersonAccess.Writers), stop, after: new { kind = row.Kind.ToString(), code = row.Code }, touched: [id.Value]);
        return Outcome.Success;
    }, stop);
}
