using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>A family or a person of a release, as far as a list needs it.</summary>
internal sealed record VillageLine(RegistryRowId Row, VervalUnit Unit, string Village, int Sheet, int Line, string? Name, string? Rt, string? Address, int? Decile);

/// <summary>Who stands in a village, in a release.</summary>
internal sealed class VillageLines(AppDb db)
{
    /// <param name="village">null: those whose village is not known</param>
    public async Task<IReadOnlyList<VillageLine>> Read(VervalCycle cycle, string? village, CancellationToken stop)
    {
        var (import, place) = (cycle.ImportId, village ?? VervalVillage.Unknown);
        var persons = await db.Set<RegistryPersonRow>().AsNoTracking().Where(p => p.ImportId == import && (p.Village == village || (village == null && p.Village == "")))
            .Select(p => new { p.Id, p.Sheet, p.Line, p.Name, p.Rt, p.Address, p.Decile, p.FamilyIndex }).ToListAsync(stop);
        if (cycle.Unit == VervalUnit.Person) return [.. persons.Select(p => new VillageLine(p.Id, VervalUnit.Person, place, p.Sheet, p.Line, p.Name, p.Rt, p.Address, p.Decile))];
        var families = await db.Set<RegistryFamilyRow>().AsNoTracking().Where(f => f.ImportId == import && (f.Village == village || (village == null && f.Village == "")))
            .Select(f => new { f.Id, f.Sheet, f.Line, f.HeadName, f.Address, f.Decile, f.FamilyIndex }).ToListAsync(stop);
        // The line of a family names no RT; that of its members does.
        var first = persons.Where(p => p.FamilyIndex is not null).GroupBy(p => Convert.ToBase64String(p.FamilyIndex!)).ToDictionary(g => g.Key, g => g.MinBy(p => p.Line)!);
        return
        [
            .. families.Select(f =>
            {
                var one = first.GetValueOrDefault(Convert.ToBase64String(f.FamilyIndex));
                return new VillageLine(f.Id, VervalUnit.Household, place, f.Sheet, f.Line, f.HeadName ?? one?.Name, one?.Rt, f.Address ?? one?.Address, f.Decile);
            }),
            .. persons.Where(p => p.FamilyIndex is null).Select(p => new VillageLine(p.Id, VervalUnit.Person, place, p.Sheet, p.Line, p.Name, p.Rt, p.Address, p.Decile)),
        ];
    }
}
