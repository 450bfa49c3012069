using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Layar.People.Registry.Looking;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>The person on record who is meant by a row of a release.</summary>
internal sealed class PersonOfRow(AppDb db, FactBook book, FieldCipher cipher, ActRecorder acts)
{
    /// <summary>By the NIK, or by an earlier look in any cycle; null when nobody on record is meant. Of a merged person, the one as whom it goes on.</summary>
    public async Task<PersonId?> Known(RegistryPersonRow row, CancellationToken stop)
    {
        var (id, index) = (row.Id, row.NikIndex);
        var found = index is null ? null : await db.Set<Person>().Where(p => p.NikIndex == index && p.MergedInto == null).OrderBy(p => p.CreatedAt).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync(stop);
        found ??= await db.Set<VervalCheck>().Where(c => c.MemberId == id && c.PersonId != null).OrderByDescending(c => c.RecordedAt).Select(c => c.PersonId).FirstOrDefaultAsync(stop);
        if (found is not { } one) return null;
        return await db.Set<Person>().Where(p => p.Id == one).Select(p => p.MergedInto ?? p.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>The known one, or a new person with what the release says. Call inside a change.</summary>
    public async Task<Person> Kept(RegistryPersonRow row, VervalCycle cycle, StaffMember member, DateTime now, CancellationToken stop)
    {
        if (await Known(row, stop) is { } known) return await db.Set<Person>().FirstAsync(p => p.Id == known, stop);
        var id = new PersonId(Guid.CreateVersion7(now));
        var person = new Person { Id = id, AgeGroup = "unknown", Sex = "unknown", CreatedAt = now, ChangedAt = now, Version = 1 };
        var said = Said(row, await Card(row, stop));
        var source = cycle.Kind == RegistryKind.Village ? "desa" : cycle.Kind.ToString().ToLowerInvariant();
        await book.Write(person, said, new FactOrigin(source, cycle.AsOf, null, member.Name), stop);
        db.Add(person);
        await acts.Record(id.Value, "PersonAdded", member.As(VervalRoles.Checkers), stop, after: new { fields = said.Keys, source, unidentified = false });
        return person;
    }

    /// <summary>What the release says, as facts of a person; what it leaves open is not there.</summary>
    public Dictionary<string, string?> Said(RegistryPersonRow row, string? card) => new Dictionary<string, string?>
    {
        ["name"] = row.Name, ["nik"] = cipher.Open(row.SealedNik, RegistryPersonRow.NikColumn, row.Id.Value), ["familyCard"] = card, ["birthDate"] = FactField.Text(row.BirthDate),
        ["sex"] = row.Sex, ["address"] = row.Address, ["rt"] = string.IsNullOrEmpty(row.Rw) || row.Rt is null ? row.Rt : $"{row.Rt}/{row.Rw}", ["area"] = row.Village,
    }.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToDictionary();

    public async Task<string?> Card(RegistryPersonRow row, CancellationToken stop)
    {
        if (row.FamilyIndex is not { } index) return null;
        var import = row.ImportId;
        var family = await db.Set<RegistryFamilyRow>().AsNoTracking().FirstOrDefaultAsync(f => f.FamilyIndex == index && f.ImportId == import, stop);
        return family is null ? null : cipher.Open(family.SealedFamilyCard, RegistryFamilyRow.CardColumn, family.Id.Value);
    }
}
