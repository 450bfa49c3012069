using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Numbers;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Facts;

/// <summary>What is odd in a NIK or a family card number. Shown, never a reason to turn somebody away.</summary>
internal sealed class NikWarnings(AppDb db, PersonSeals seals, Installation installation, TextCatalogue texts, TimeProvider clock)
{
    public async Task<IReadOnlyList<string>> Of(Person person, StaffMember viewer, CancellationToken stop)
    {
        if (seals.Nik(person) is not { } digits) return [];
        var found = new List<string>();
        if (Nik.Parse(digits).TryGet(out var nik, out _)) found.AddRange(Reading(nik, person).Select(w => texts[$"people.nik.{w}"]));
        if (await Bearers(person, viewer, stop) is > 0 and var others) found.Add(texts["people.nik.shared", others]);
        return found;
    }

    private IEnumerable<NikWarning> Reading(Nik nik, Person person)
    {
        NumberSex? sex = person.Sex switch { "L" => NumberSex.Male, "P" => NumberSex.Female, _ => null };
        return NikReading.Of(nik, new NikContext(Wita.Day(clock.GetUtcNow().UtcDateTime), person.BirthDate, sex, installation.Demo)).Warnings;
    }

    /// <summary>Other persons with this NIK who were not merged with this one.</summary>
    private async Task<int> Bearers(Person person, StaffMember viewer, CancellationToken stop)
    {
        var (id, index) = (person.Id, person.NikIndex);
        return await PersonAccess.Filter(db.Set<Person>().Where(p => p.NikIndex == index && p.Id != id && p.MergedInto == null), viewer).CountAsync(stop);
    }
}
