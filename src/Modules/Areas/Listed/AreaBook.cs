using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Layar.Areas.Listed;

/// <summary>Holds the areas in memory, reads them at the first question and again every ten minutes, or when told.</summary>
internal sealed class AreaBook(IDbContextFactory<AppDb> contexts, WriteGate gate, Installation installation, TimeProvider clock) : BackgroundService, IAreas, IWorkAreas
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);
    private readonly Lock reading = new();
    private volatile AreaTable? table;

    private AreaTable Table
    {
        get
        {
            if (table is { } known) return known;
            lock (reading) return table ??= Read();
        }
    }

    public IReadOnlyList<WorkArea> All => [.. Below(installation.AreaCode)
        .SelectMany(district => Below(district.Code).Select(village => new WorkArea(village.Code, village.Name, district.Name)).Prepend(new WorkArea(district.Code, district.Name, null)))];

    public Area? Find(string? code) => Table.Find(code);

    public IReadOnlyList<Area> Below(string parentCode) => Table.Below(parentCode);

    public string? Describe(string? code) => Table.Describe(code);

    public IReadOnlyList<Area> Named(string name, string? within = null) => Table.Named(name, within);

    public void Reload()
    {
        lock (reading) table = Read();
    }

    public async Task Learn(string villageCode, double lat, double lon, CancellationToken stop)
    {
        if (Find(villageCode) is not { Level: 4 } || lat is < -11 or > 6.5 || lon is < 95 or > 141) return;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO area_point (area_code, lat, lon, count) VALUES ({0}, {1}, {2}, 1)
            ON CONFLICT (area_code) DO UPDATE SET lat = area_point.lat + (excluded.lat - area_point.lat) / (area_point.count + 1),
                lon = area_point.lon + (excluded.lon - area_point.lon) / (area_point.count + 1), count = area_point.count + 1
            """, [villageCode, lat, lon], stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Try();
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>A failed reading leaves the areas known before.</summary>
    private void Try()
    {
        try
        {
            Reload();
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
        {
        }
    }

    private AreaTable Read()
    {
        var day = Wita.Day(clock.GetUtcNow().UtcDateTime);
        using var db = contexts.CreateDbContext();
        var points = db.Set<AreaPoint>().AsNoTracking().ToDictionary(p => p.AreaCode);
        var rows = db.Set<ListedArea>().AsNoTracking().Where(a => a.ValidFrom <= day && (a.ValidTo == null || a.ValidTo >= day)).ToList();
        var aliases = db.Set<AreaAlias>().AsNoTracking().Select(a => new { a.Folded, a.AreaCode }).ToList();
        return new AreaTable(
            [.. rows.Select(r => new Area(r.Code, r.ParentCode, r.Level, r.Kind, r.Name, points.GetValueOrDefault(r.Code)?.Lat, points.GetValueOrDefault(r.Code)?.Lon))],
            aliases.Select(a => (a.Folded, a.AreaCode)));
    }
}
