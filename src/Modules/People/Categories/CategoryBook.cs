using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Categories;

/// <summary>A type of a person as an officer may read it.</summary>
/// <param name="Hidden">there is one, but not for this officer's eyes: the code is empty</param>
internal sealed record HeldCategory(PersonCategoryId Id, PersonId Person, CategoryKind Kind, string Code, DateOnly Since, DateOnly? Until, DateOnly StatedFor, string Source, string? CheckedBy, string Assessor, bool Sensitive, bool Hidden) : IStated
{
    string? IStated.RecordedBy => Assessor;

    public bool HoldsOn(DateOnly day) => Since <= day && (Until is null || Until >= day);
}

/// <summary>Reads the types of persons; sensitive ones only for who may see them, or who recorded them.</summary>
internal sealed class CategoryBook(AppDb db, FieldCipher cipher)
{
    public async Task<IReadOnlyList<HeldCategory>> Of(IReadOnlyList<PersonId> persons, StaffMember member, CancellationToken stop)
    {
        var rows = await db.Set<PersonCategory>().AsNoTracking().Where(c => persons.Contains(c.PersonId)).OrderBy(c => c.Kind).ThenByDescending(c => c.Since).ToListAsync(stop);
        return [.. rows.Select(c => Read(c, member))];
    }

    public static bool MayRead(PersonCategory row, StaffMember member) =>
        row.SealedCode is null || member.HasAny(PersonAccess.SensitiveReaders) || row.AssessorId == member.Id.Value;

    public string Code(PersonCategory row) => row.Code ?? cipher.Open(row.SealedCode, PersonCategory.CodeColumn, row.Id.Value) ?? "";

    private HeldCategory Read(PersonCategory c, StaffMember member)
    {
        var hidden = !MayRead(c, member);
        return new HeldCategory(c.Id, c.PersonId, c.Kind, hidden ? "" : Code(c), c.Since, c.Until, c.StatedFor, c.Source, c.CheckedBy, c.Assessor, c.SealedCode is not null, hidden);
    }
}
