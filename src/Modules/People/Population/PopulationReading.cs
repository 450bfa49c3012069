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
internal sealed class PopulationReading(AppDb db, PersonWords words, KnownOfRegistry registry, FieldCipher cipher) : IPopulation
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
        var recorded = await RecordedPeople.Read(db, words, stop);
        var (named, matched) = (new HashSet<UInt128>(), new HashSet<PersonId>());
        var families = 0;
        var releases = await ReleasesInForce.Read(db, stop);
        foreach (var release in releases.All)
        {
            var sizes = await Sizes(release.Import, stop);
            var (source, lived) = (registry.Source(release.Kind), new Dictionary<UInt128, int>());
            await foreach (var row in Rows(release.Import).WithCancellation(stop))
            {
                if (!releases.IsCurrent(release, row.Village) || row.NikIndex is { } nik && !named.Add(SeenRows.Key(nik))) continue;
                var person = recorded.Of(row.NikIndex);
                if (person is { } known) matched.Add(known);
                var family = row.FamilyIndex is { } card ? Number(lived, SeenRows.Key(card), ref families) : -1;
                yield return Registered(row, release, source, day, family, sizes, person is { } id ? recorded : null, person);
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

    private static Inhabitant Registered(RegisteredRow row, RegistryRelease release, string source, DateOnly day, int family, Dictionary<UInt128, int> sizes, RecordedPeople? recorded, PersonId? person)
    {
        var traces = new List<Trace>(14);
        var age = row.BirthDate is { } born ? born.YearsUntil(day) : (int?)null;
        if (age is { } years) traces.Add(new(TraceKind.Person, "age", [years.ToString(CultureInfo.InvariantCulture)], source, release.AsOf));
        if (row.Sex is { } sex) traces.Add(new(TraceKind.Person, "sex", [sex], source, release.AsOf));
        traces.AddRange(RegisteredTraces.Of(row.Columns, release, source));
        if (recorded is not null) traces.AddRange(recorded.Traces(person!.Value));
        return new()
        {
            Kind = InhabitantKind.Registered, Id = row.Id.Value, Village = row.Village, Sex = row.Sex, Age = age, Family = family, Traces = traces,
            Disabled = row.Difficulties is { } difficulties ? difficulties != 0 : recorded?.IsDisabled(person!.Value) == true ? true : null,
            FamilySize = row.FamilyIndex is { } card && sizes.TryGetValue(SeenRows.Key(card), out var size) ? size : null,
        };
    }

    private IAsyncEnumerable<RegisteredRow> Rows(RegistryImportId import) => db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.ImportId == import).Select(r => new RegisteredRow(
        r.Id, r.NikIndex, r.FamilyIndex, r.Village, r.Sex, r.BirthDate, r.Difficulties,
        new RegisteredColumns(r.Decile, r.PbiNational, r.PbiLocal, r.Pkh, r.Bpnt, r.Kip, r.School, r.Education, r.Pregnant, r.ChronicIllness, r.OwnsBusiness))).AsAsyncEnumerable();

    private async Task<Dictionary<UInt128, int>> Sizes(RegistryImportId import, CancellationToken stop)
    {
        var sizes = new Dictionary<UInt128, int>();
        await foreach (var row in db.Set<RegistryFamilyRow>().AsNoTracking().Where(f => f.ImportId == import && f.Size != null).Select(f => new { f.FamilyIndex, f.Size }).AsAsyncEnumerable().WithCancellation(stop))
            sizes[SeenRows.Key(row.FamilyIndex)] = row.Size!.Value;
        return sizes;
    }

    private sealed record RegisteredRow(RegistryRowId Id, byte[]? NikIndex, byte[]? FamilyIndex, string? Village, string? Sex, DateOnly? BirthDate, int? Difficulties, RegisteredColumns Columns);
}
