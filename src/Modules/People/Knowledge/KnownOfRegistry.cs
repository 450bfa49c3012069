using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.People.Registry.Looking;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Knowledge;

/// <summary>
/// What the register of the State says of a NIK and of the family it stands in. A register that names the person no longer says nothing, and
/// neither does one that never did.
/// </summary>
internal sealed class KnownOfRegistry(AppDb db, PersonSeals seals, IProgrammes programmes, ICatalogue catalogue, PersonWords words)
{
    private static readonly Func<AppDb, byte[], DateOnly, IAsyncEnumerable<RegisteredRow>> ByNik = EF.CompileAsyncQuery((AppDb db, byte[] index, DateOnly grown) =>
        from r in db.Set<RegistryPersonRow>().AsNoTracking()
        join f in db.Set<RegistryFamilyRow>() on new { Card = r.FamilyIndex, r.ImportId } equals new { Card = (byte[]?)f.FamilyIndex, f.ImportId } into homes
        from f in homes.DefaultIfEmpty()
        where r.NikIndex == index
        select new RegisteredRow(
            r.ImportId, r.Village,
            new RegisteredColumns(r.Village, r.Decile, r.PbiNational, r.PbiLocal, r.Pkh, r.Bpnt, r.Kip, r.School, r.Education, r.Pregnant, r.ChronicIllness, r.OwnsBusiness, r.Difficulties, r.DifficultyGrades),
            f == null ? null : new RegisteredFamily(
                new RegisteredHome(f.Size, f.House, f.Power, f.Lighting, f.Floor, f.Wall, f.Roof),
                new RegisteredWork(
                    db.Set<RegistryPersonRow>().Count(p => p.FamilyIndex == f.FamilyIndex && p.ImportId == f.ImportId),
                    db.Set<RegistryPersonRow>().Count(p => p.FamilyIndex == f.FamilyIndex && p.ImportId == f.ImportId && p.Employment == "state"),
                    db.Set<RegistryPersonRow>().Count(p => p.FamilyIndex == f.FamilyIndex && p.ImportId == f.ImportId
                        && (p.Employment == "other" || p.Employment == null && p.Working == false || p.Employment == null && p.BirthDate > grown))))));

    /// <summary>Two questions to the database.</summary>
    public async Task<IReadOnlyList<Trace>> Of(string? nik, CancellationToken stop)
    {
        if (!Nik.Parse(nik).TryGet(out var number, out _)) return [];
        var releases = await ReleasesInForce.Read(db, stop);
        var rows = await ByNik(db, seals.NikIndex(number.Digits), Grown(words.Today)).ToListAsync(stop);
        var newest = releases.All.Select(r => (Release: r, Row: rows.FirstOrDefault(row => row.Import == r.Import))).FirstOrDefault(r => r.Row is not null);
        if (newest.Row is not { } found || !releases.IsCurrent(newest.Release, found.Village)) return [];
        var traces = Traces(newest.Release);
        return [.. traces.Of(found.Columns), .. found.Family is { } family ? traces.Of(family.Home, family.Work) : []];
    }

    public RegisteredTraces Traces(RegistryRelease release) => new(release, Source(release.Kind), catalogue.Instance.Area);

    /// <summary>Birthdays after this one are of people who are too young to work for the State; without the figure nobody is.</summary>
    public DateOnly Grown(DateOnly day) => programmes.Parameters.On(FigureCodes.YoungestOfState, day) is { } youngest ? day.AddYears(-youngest.Value) : DateOnly.MaxValue;

    private string Source(RegistryKind kind) => kind switch { RegistryKind.Dtsen => words.Source("dtsen"), RegistryKind.Village => words.Source("desa"), _ => kind.ToString().ToUpperInvariant() };

    private sealed record RegisteredRow(RegistryImportId Import, string? Village, RegisteredColumns Columns, RegisteredFamily? Family);

    private sealed record RegisteredFamily(RegisteredHome Home, RegisteredWork Work);
}
