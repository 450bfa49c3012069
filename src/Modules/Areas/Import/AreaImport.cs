using Layar.Areas.Contracts;
using Layar.Areas.Listed;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Areas.Import;

/// <summary>
/// Brings the list to what the file says, for the kabupaten and kota the file names; others stay. A new name keeps the old
/// as alias, an area that is gone keeps its row and ends. All in one transaction: a fault anywhere writes nothing.
/// </summary>
internal sealed class AreaImport(AppDb db, Change change, ActRecorder acts, IAreas areas, TimeProvider clock)
{
    /// <summary>Chain of the acts on the list.</summary>
    private static readonly Guid Chain = new("5f0a9c1e-2f9b-7c00-8a6d-000000006311");

    /// <summary>First day of areas that stand in the first list of a kabupaten: older than every record here.</summary>
    private static readonly DateOnly BeforeRecords = new(2000, 1, 1);

    public async Task<AreaImportResult> Run(TextReader reader, string source, CancellationToken stop)
    {
        var (lines, faults) = AreaFile.Read(reader);
        if (faults.Count > 0) return new AreaImportResult(0, 0, 0, 0, faults);
        var outcome = await change.Run<AreaImportResult>(async () =>
        {
            var result = await Apply(lines, stop);
            if (result.Changes > 0)
                await acts.Record(Chain, "AreasImported", Actor.System, stop, reason: source, after: new { result.Added, result.Renamed, result.Ended, result.Unchanged });
            return result;
        }, stop);
        var done = outcome.Match(result => result, why => new AreaImportResult(0, 0, 0, 0, [$"{why.Code}: somebody else changes the list; try again"]));
        if (done.Faults.Count == 0) areas.Reload();
        return done;
    }

    private async Task<AreaImportResult> Apply(IReadOnlyList<AreaLine> lines, CancellationToken stop)
    {
        var day = Wita.Day(clock.GetUtcNow().UtcDateTime);
        var tops = lines.Select(l => l.Code[..5]).ToHashSet(StringComparer.Ordinal);
        var known = (await db.Set<ListedArea>().ToListAsync(stop)).Where(a => tops.Contains(a.Code[..5])).ToDictionary(a => a.Code, StringComparer.Ordinal);
        var aliases = (await db.Set<AreaAlias>().Select(a => new { a.AreaCode, a.Folded }).ToListAsync(stop)).Select(a => (a.AreaCode, a.Folded)).ToHashSet();
        var firstOf = tops.Where(top => known.Keys.All(code => code[..5] != top)).ToHashSet(StringComparer.Ordinal);
        int added = 0, renamed = 0, unchanged = 0;
        foreach (var line in lines.OrderBy(l => l.Level))
        {
            if (!known.Remove(line.Code, out var area)) added += Add(line, firstOf.Contains(line.Code[..5]) ? BeforeRecords : day);
            else if (Same(area, line)) unchanged++;
            else renamed += Change(area, line, day, aliases);
        }
        var ended = 0;
        foreach (var gone in known.Values.Where(a => a.ValidTo is null || a.ValidTo >= day))
        {
            gone.ValidTo = day.AddDays(-1);
            ended++;
        }
        return new AreaImportResult(added, renamed, ended, unchanged, []);
    }

    private int Add(AreaLine line, DateOnly day)
    {
        db.Add(new ListedArea { Code = line.Code, ParentCode = line.ParentCode, Level = line.Level, Kind = line.Kind, Name = line.Name, ValidFrom = day });
        return 1;
    }

    private int Change(ListedArea area, AreaLine line, DateOnly day, HashSet<(string, string)> aliases)
    {
        var folded = AreaName.Fold(area.Name);
        if (area.Name != line.Name && aliases.Add((area.Code, folded)))
            db.Add(new AreaAlias { Id = new(Guid.CreateVersion7()), AreaCode = area.Code, Name = area.Name, Folded = folded, ValidFrom = area.ValidFrom, ValidTo = day.AddDays(-1) });
        (area.Name, area.Kind, area.ValidTo) = (line.Name, line.Kind, null);
        return 1;
    }

    private static bool Same(ListedArea area, AreaLine line) => area.Name == line.Name && area.Kind == line.Kind && area.ValidTo is null;
}
