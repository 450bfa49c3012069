using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.DryRun;

/// <summary>Counts the rows of a dry run by village and compares them with the release before.</summary>
internal sealed class Comparison(AppDb db)
{
    private const int Deciles = 11;

    /// <summary>Imports in force of the same register: those of the same day are the same release, the newest before it is compared with.</summary>
    public async Task<(IReadOnlyList<RegistryImportId> Same, IReadOnlyList<RegistryImportId> Before, DateOnly? Day)> Beside(RegistryKind kind, DateOnly asOf, CancellationToken stop)
    {
        var all = await db.Set<RegistryImport>().AsNoTracking().Where(i => i.State == ImportState.Committed && i.Kind == kind && i.AsOf <= asOf).Select(i => new { i.Id, i.AsOf }).ToListAsync(stop);
        DateOnly? day = all.Where(i => i.AsOf < asOf).Select(i => (DateOnly?)i.AsOf).Max();
        return ([.. all.Where(i => i.AsOf == asOf).Select(i => i.Id).OrderBy(i => i.Value)], [.. all.Where(i => i.AsOf == day).Select(i => i.Id).OrderBy(i => i.Value)], day);
    }

    /// <summary>Ids in one text, to see at the commit whether they are still the same.</summary>
    public static string Written(IReadOnlyList<RegistryImportId> same, IReadOnlyList<RegistryImportId> before) => string.Join(',', same.Concat(before).Select(i => i.Value.ToString("N")));

    public async Task<IReadOnlyList<RegistryVillageCount>> CountVillages(RegistryImportId import, CancellationToken stop)
    {
        db.Database.SetCommandTimeout(600);
        var persons = await db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.ImportId == import).GroupBy(r => new { r.Village, r.Decile }).Select(g => new { g.Key.Village, g.Key.Decile, Count = g.Count() }).ToListAsync(stop);
        var families = await db.Set<RegistryFamilyRow>().AsNoTracking().Where(r => r.ImportId == import).GroupBy(r => r.Village).Select(g => new { Village = g.Key, Count = g.Count() }).ToListAsync(stop);
        List<RegistryVillageCount> counts = [];
        foreach (var village in persons.Select(p => p.Village ?? "").Concat(families.Select(f => f.Village ?? "")).Distinct().Order(StringComparer.Ordinal))
        {
            var deciles = new int[Deciles];
            foreach (var p in persons.Where(p => (p.Village ?? "") == village)) deciles[p.Decile ?? 0] += p.Count;
            counts.Add(new RegistryVillageCount
            {
                Id = new RegistryVillageCountId(Guid.CreateVersion7()), ImportId = import, Village = village, Persons = deciles.Sum(),
                Families = families.Where(f => (f.Village ?? "") == village).Sum(f => f.Count), ByDecile = string.Join(',', deciles),
            });
        }
        return counts;
    }

    /// <summary>Kecamatan that the rows name.</summary>
    public static IReadOnlyList<string> Districts(IEnumerable<RegistryVillageCount> counts) => [.. counts.Where(c => c.Village.Length > 8).Select(c => c.Village[..8]).Distinct().Order(StringComparer.Ordinal)];

    public async Task<Movement> Compare(RegistryImportId import, IReadOnlyList<RegistryImportId> before, DateOnly day, IReadOnlyList<string> districts, CancellationToken stop)
    {
        var now = db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.ImportId == import && r.NikIndex != null);
        var then = db.Set<RegistryPersonRow>().AsNoTracking().Where(r => before.Contains(r.ImportId) && r.NikIndex != null);
        var pairs = await now.Join(then, n => n.NikIndex, t => t.NikIndex, (n, t) => new { Before = t.Decile, Now = n.Decile, Card = n.FamilyIndex != t.FamilyIndex, Village = n.Village != t.Village })
            .GroupBy(p => new { p.Before, p.Now, p.Card, p.Village }).Select(g => new { g.Key.Before, g.Key.Now, g.Key.Card, g.Key.Village, Count = g.Count() }).ToListAsync(stop);
        var stayed = pairs.Sum(p => p.Count);
        var gone = then.Where(t => !now.Any(n => n.NikIndex == t.NikIndex));
        var left = districts.Count == 0 ? await gone.CountAsync(stop) : await gone.CountAsync(t => t.Village == null || districts.Contains(t.Village.Substring(0, 8)), stop);
        var deciles = new int[Deciles * Deciles];
        foreach (var p in pairs) deciles[(p.Before ?? 0) * Deciles + (p.Now ?? 0)] += p.Count;
        return new Movement(day, await now.CountAsync(stop) - stayed, left, stayed, pairs.Where(p => p.Before != p.Now).Sum(p => p.Count), pairs.Where(p => p.Card).Sum(p => p.Count), pairs.Where(p => p.Village).Sum(p => p.Count), deciles);
    }
}
