using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons.GiveCopy;

/// <summary>What the registers of the State say of the person's NIK, of the release that is believed.</summary>
internal sealed class RegistryOfPerson(AppDb db, PersonSeals seals, IRegistry registry, PersonWords words) : IPersonCopyPart
{
    public int Order => 5;

    public async Task Fill(PersonCopy copy, StaffMember viewer, CancellationToken stop)
    {
        var persons = await db.Set<Person>().AsNoTracking().Where(p => copy.Persons.Contains(p.Id)).ToListAsync(stop);
        var lines = new List<CopyLine>();
        foreach (var nik in persons.Select(seals.Nik).OfType<string>().Distinct())
            if (await registry.Person(nik, stop) is { } entry) lines.AddRange(Lines(entry));
        copy.Add(words.Text("people.copy.registry"), lines);
    }

    private IEnumerable<CopyLine> Lines(RegistryPerson entry)
    {
        var origin = $"{entry.Release.Kind.ToString().ToUpperInvariant()}, {Wita.Date(entry.Release.AsOf)}";
        (string Key, string? Value)[] columns =
        [
            ("name", entry.Name), ("birthDate", entry.BirthDate is { } born ? Wita.Date(born) : null), ("address", entry.Address), ("area", words.Place(entry.Village)),
            ("decile", entry.Decile?.ToString()), ("pbi", Yes(entry.PbiNational ?? entry.PbiLocal)), ("pkh", Yes(entry.Pkh)), ("bpnt", Yes(entry.Bpnt)), ("kks", Yes(entry.Kks)), ("kip", Yes(entry.Kip)),
            ("working", Yes(entry.Working)), ("business", Yes(entry.OwnsBusiness)), ("chronic", Yes(entry.ChronicIllness)), ("malnourished", Yes(entry.Malnourished)), ("pregnant", Yes(entry.Pregnant)),
        ];
        return columns.Where(c => c.Value is not null).Select(c => new CopyLine(words.Text($"people.copy.registry.{c.Key}"), c.Value!, origin));
    }

    private string? Yes(bool? value) => value switch { true => words.Text("people.copy.yes"), false => words.Text("people.copy.no"), _ => null };
}
