using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Registry.Committing;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Looking;

/// <summary>Answers what the releases in force say, by blind index.</summary>
internal sealed class RegistryBook(AppDb db, FieldCipher cipher, KeyRing ring) : IRegistry
{
    private static readonly Func<AppDb, byte[], IAsyncEnumerable<RegistryPersonRow>> ByNik = EF.CompileAsyncQuery((AppDb db, byte[] index) =>
        db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.NikIndex == index));

    public async Task<RegistryPerson?> Person(string? nik, CancellationToken stop)
    {
        if (!Nik.Parse(nik).TryGet(out var number, out _)) return null;
        var index = ring.BlindIndex("nik", number.Digits);
        var releases = await ReleasesInForce.Read(db, stop);
        var rows = await ByNik(db, index).ToListAsync(stop);
        return Newest(rows, r => r.ImportId, releases) is var (row, release) ? row.Shown(release, releases.IsCurrent(release, row.Village), cipher) : null;
    }

    public async Task<RegistryFamily?> Family(string? familyCard, CancellationToken stop)
    {
        if (!FamilyCardNumber.Parse(familyCard).TryGet(out var number, out _)) return null;
        var index = ring.BlindIndex("kk", number.Digits);
        var releases = await ReleasesInForce.Read(db, stop);
        var rows = await db.Set<RegistryFamilyRow>().AsNoTracking().Where(r => r.FamilyIndex == index).ToListAsync(stop);
        return Newest(rows, r => r.ImportId, releases) is var (row, release) ? await Whole(row, release, releases, stop) : null;
    }

    public async Task<RegistryFamily?> FamilyOf(RegistryPerson person, CancellationToken stop)
    {
        var index = await db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.Id == person.Id).Select(r => r.FamilyIndex).FirstOrDefaultAsync(stop);
        if (index is null) return null;
        var releases = await ReleasesInForce.Read(db, stop);
        var import = person.Release.Import;
        var row = await db.Set<RegistryFamilyRow>().AsNoTracking().FirstOrDefaultAsync(r => r.FamilyIndex == index && r.ImportId == import, stop);
        return row is not null && releases.Find(import) is { } release ? await Whole(row, release, releases, stop) : null;
    }

    public async Task<IReadOnlyList<RegistryCoverage>> Coverage(string area, CancellationToken stop)
    {
        var releases = await ReleasesInForce.Read(db, stop);
        var inside = area + ".";
        var counts = await db.Set<RegistryVillageCount>().AsNoTracking().Where(c => c.Village == area || c.Village.StartsWith(inside)).ToListAsync(stop);
        return [.. counts.Select(c => (Count: c, Release: releases.Find(c.ImportId))).Where(c => c.Release is not null && releases.IsCurrent(c.Release, c.Count.Village))
            .OrderBy(c => c.Release!.Kind).ThenByDescending(c => c.Release!.AsOf).ThenBy(c => c.Count.Village, StringComparer.Ordinal)
            .Select(c => new RegistryCoverage(c.Count.Village, c.Release!, c.Count.Families, c.Count.Persons, [.. c.Count.ByDecile.Split(',').Select(int.Parse)]))];
    }

    public async Task<IReadOnlyList<RegistryRelease>> Releases(CancellationToken stop) => (await ReleasesInForce.Read(db, stop)).All;

    public async Task<bool> HoldInForce(RegistryImportId import, CancellationToken stop)
    {
        await db.ShareTurn(CommitImport.Turn, stop);
        return (await ReleasesInForce.Read(db, stop)).Find(import) is not null;
    }

    private async Task<RegistryFamily> Whole(RegistryFamilyRow row, RegistryRelease release, ReleasesInForce releases, CancellationToken stop)
    {
        var people = await db.Set<RegistryPersonRow>().AsNoTracking().Where(p => p.FamilyIndex == row.FamilyIndex && p.ImportId == row.ImportId).ToListAsync(stop);
        var shown = people.OrderByDescending(p => p.Relation == "head").ThenBy(p => p.BirthDate ?? DateOnly.MaxValue).ThenBy(p => p.Line)
            .Select(p => p.Shown(release, releases.IsCurrent(release, p.Village), cipher));
        return row.Shown(release, releases.IsCurrent(release, row.Village), cipher, [.. shown]);
    }

    /// <summary>Rows of imports that do not count are passed over.</summary>
    private static (T Row, RegistryRelease Release)? Newest<T>(List<T> rows, Func<T, RegistryImportId> import, ReleasesInForce releases) where T : class
    {
        foreach (var release in releases.All)
            if (rows.FirstOrDefault(r => import(r) == release.Import) is { } row) return (row, release);
        return null;
    }
}
