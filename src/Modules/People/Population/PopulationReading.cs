using System.Globalization;
using System.Runtime.CompilerServices;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Households;
using Layar.People.Knowledge;
using Layar.People.Persons;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Looking;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Population;

/// <summary>Reads the releases in force, the most trusted and newest first, and then who stands in none of them.</summary>
internal sealed class PopulationReading(AppDb db, PersonWords words, KnownOfRegistry registry, ICatalogue catalogue, FieldCipher cipher) : IPopulation
{
    private const string OnRecordSource = "Layar";

    public async Task<PopulationSize> Size(CancellationToken stop)
    {
        var releases = await ReleasesInForce.Read(db, stop);
        var imports = releases.All.Select(r => r.Import).ToList();
        var registered = await db.Set<RegistryPersonRow>().CountAsync(r => imports.Contains(r.ImportId), stop);
        var recorded = await db.Set<Person>().CountAsync(p => p.MergedInto == null && !p.Restricted, stop);
        return new(registered + recorded, releases.All.FirstOrDefault());
    }

    public async IAsyncEnumerable<Inhabitant> All(DateOnly day, [EnumeratorCancellation] CancellationToken stop)
    {
        db.Database.SetCommandTimeout(600);
        var recorded = await RecordedPeople.Read(db, words, NikArea, stop);
        var (named, matched) = (new HashSet<UInt128>(), new HashSet<PersonId>());
        var families = 0;
        var releases = await ReleasesInForce.Read(db, stop);
        foreach (var release in releases.All)
        {
            var reading = new ReleasePeople(db, registry.Traces(release), release.Import);
            var lived = new Dictionary<UInt128, int>();
            await reading.ReadFamilies(registry.Grown(day), stop);
            await foreach (var row in reading.Rows().WithCancellation(stop))
            {
                if (!releases.IsCurrent(release, row.Village) || row.NikIndex is { } nik && !named.Add(SeenRows.Key(nik))) continue;
                var person = recorded.Of(row.NikIndex);
                if (person is { } met) matched.Add(met);
                var family = row.FamilyIndex is { } card ? Number(lived, SeenRows.Key(card), ref families) : -1;
                var known = person is { } id ? recorded.Traces(id) : [];
                yield return reading.Inhabitant(row, day, family, known, person is { } recordedOne && recorded.IsDisabled(recordedOne));
            }
        }
        var homes = new Dictionary<HouseholdId, int>();
        foreach (var person in recorded.Roots.Where(p => !matched.Contains(p.Id)))
        {
            var family = recorded.Home(person.Id) is { } home ? Number(homes, home, ref families) : -1;
            yield return new()
            {
                Kind = InhabitantKind.OnRecord, Id = person.Id.Value, Village = person.Area, Sex = person.Sex is "L" or "P" ? person.Sex : null, Age = person.Age(day),
                Disabled = recorded.IsDisabled(person.Id) ? true : null, Family = family, Traces = [.. person.Self(day, OnRecordSource), .. recorded.Traces(person.Id)],
            };
        }
    }

    public async Task<IReadOnlyList<ListedInhabitant>> Listed(InhabitantKind kind, IReadOnlyList<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        if (kind == InhabitantKind.OnRecord)
        {
            var persons = ids.Select(i => new PersonId(i)).ToList();
            var found = await PersonAccess.Filter(db.Set<Person>().AsNoTracking().Where(p => persons.Contains(p.Id)), viewer).ToListAsync(stop);
            return [.. found.Select(p => new ListedInhabitant(p.Id.Value, words.Name(p), words.MaskedNik(p), p.Address, p.Area))];
        }
        var rows = ids.Select(i => new RegistryRowId(i)).ToList();
        var registered = await db.Set<RegistryPersonRow>().AsNoTracking().Where(r => rows.Contains(r.Id)).ToListAsync(stop);
        return [.. registered.Where(r => viewer.MaySeeArea(r.Village)).Select(r =>
            new ListedInhabitant(r.Id.Value, r.Name, PersonWords.Masked(cipher.Open(r.SealedNik, RegistryPersonRow.NikColumn, r.Id.Value)), r.Rt is null ? r.Address : $"{r.Address} RT {r.Rt}", r.Village))];
    }

    private static int Number<T>(Dictionary<T, int> known, T home, ref int next) where T : notnull
    {
        if (!known.TryGetValue(home, out var number)) known[home] = number = next++;
        return number;
    }

    private Trace? NikArea(RecordedPerson person) =>
        cipher.Open(person.SealedNik, Person.NikColumn, person.Id.Value) is { } nik ? RecordedTraces.NikArea(nik, catalogue.Instance.Area, person.CreatedAt, words) : null;
}
