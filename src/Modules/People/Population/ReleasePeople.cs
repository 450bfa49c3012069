using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Knowledge;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Population;

/// <summary>A person of a release, as figures need it.</summary>
internal sealed record RegisteredRow(RegistryRowId Id, byte[]? NikIndex, byte[]? FamilyIndex, string? Sex, DateOnly? BirthDate, RegisteredColumns Columns)
{
    public string? Village => Columns.Village;
}

/// <summary>The people of one release, each with what stands at its family.</summary>
internal sealed class ReleasePeople(AppDb db, RegisteredTraces traces, RegistryImportId import)
{
    private readonly Dictionary<UInt128, (int? Size, Trace[] Traces)> families = [];

    /// <summary>Families stay in memory while the people are read.</summary>
    /// <param name="grown">who was born later works for nobody in the service of the State</param>
    /// <param name="stop">to give up</param>
    public async Task ReadFamilies(DateOnly grown, CancellationToken stop)
    {
        var work = await Work(grown, stop);
        await foreach (var row in db.Set<RegistryFamilyRow>().AsNoTracking().Where(f => f.ImportId == import)
            .Select(f => new { f.FamilyIndex, Home = new RegisteredHome(f.Size, f.House, f.Power, f.Lighting, f.Floor, f.Wall, f.Roof) }).AsAsyncEnumerable().WithCancellation(stop))
        {
            var key = SeenRows.Key(row.FamilyIndex);
            families[key] = (row.Home.Size, [.. traces.Of(row.Home, work.GetValueOrDefault(key))]);
        }
    }

    public IAsyncEnumerable<RegisteredRow> Rows() => db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.ImportId == import).Select(r => new RegisteredRow(
        r.Id, r.NikIndex, r.FamilyIndex, r.Sex, r.BirthDate,
        new RegisteredColumns(r.Village, r.Decile, r.PbiNational, r.PbiLocal, r.Pkh, r.Bpnt, r.Kip, r.School, r.Education, r.Pregnant, r.ChronicIllness, r.OwnsBusiness, r.Difficulties, r.DifficultyGrades))).AsAsyncEnumerable();

    /// <param name="row">of this release</param>
    /// <param name="day">for the age</param>
    /// <param name="family">number of the family; -1 when it is not known</param>
    /// <param name="recorded">what the office knows of the person itself</param>
    /// <param name="disabled">the office knows of a disability</param>
    public Inhabitant Inhabitant(RegisteredRow row, DateOnly day, int family, IReadOnlyList<Trace> recorded, bool disabled)
    {
        var home = row.FamilyIndex is { } card && families.TryGetValue(SeenRows.Key(card), out var known) ? known : (Size: null, Traces: []);
        var age = row.BirthDate is { } born ? born.YearsUntil(day) : (int?)null;
        return new()
        {
            Kind = InhabitantKind.Registered, Id = row.Id.Value, Village = row.Village, Sex = row.Sex, Age = age, Family = family, FamilySize = home.Size,
            Traces = [.. Self(row, age), .. traces.Of(row.Columns), .. home.Traces, .. recorded],
            Disabled = row.Columns.Difficulties is { } difficulties ? difficulties != 0 : disabled ? true : null,
        };
    }

    private IEnumerable<Trace> Self(RegisteredRow row, int? age)
    {
        if (age is { } years) yield return traces.Self("age", years.ToString(CultureInfo.InvariantCulture));
        if (row.Sex is { } sex) yield return traces.Self("sex", sex);
    }

    /// <summary>Counted by the database: only families whose members it names.</summary>
    private async Task<Dictionary<UInt128, RegisteredWork>> Work(DateOnly grown, CancellationToken stop)
    {
        var work = new Dictionary<UInt128, RegisteredWork>();
        var counted = db.Set<RegistryPersonRow>().AsNoTracking().Where(p => p.ImportId == import && p.FamilyIndex != null).GroupBy(p => p.FamilyIndex!).Select(g => new
        {
            Family = g.Key, Members = g.Count(), State = g.Count(p => p.Employment == "state"),
            Others = g.Count(p => p.Employment == "other" || p.Employment == null && p.Working == false || p.Employment == null && p.BirthDate > grown),
        });
        await foreach (var family in counted.AsAsyncEnumerable().WithCancellation(stop)) work[SeenRows.Key(family.Family)] = new(family.Members, family.State, family.Others);
        return work;
    }
}
