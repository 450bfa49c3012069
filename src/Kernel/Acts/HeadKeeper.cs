using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Acts;

/// <summary>Writes down outside the database how the acts stand, and compares later.</summary>
public sealed class HeadKeeper(AppDb db, OutsideHeads heads, TimeProvider clock)
{
    /// <summary>An act takes its time before its transaction ends; so long it is not counted yet.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    /// <summary>Days within which the acts between a head and the next seal are counted again.</summary>
    private const int Recent = 31;

    public async Task Keep(CancellationToken stop)
    {
        var seal = await db.Set<DailySeal>().AsNoTracking().OrderByDescending(s => s.Day).FirstOrDefaultAsync(stop);
        var until = clock.GetUtcNow().UtcDateTime - Settling;
        until = new DateTime(until.Ticks - until.Ticks % 10, DateTimeKind.Utc);
        var (acts, content) = await DaySealer.Content(db, After(seal?.Day), until, stop);
        var head = new OutsideHead(until, seal?.Day, seal is null ? "" : Convert.ToHexStringLower(seal.Hash), acts, Convert.ToHexStringLower(content));
        if (heads.Last() is { } last && last with { Until = head.Until } == head) return;
        heads.Append(head);
    }

    /// <summary>What differs from the heads outside; null when nothing does.</summary>
    public async Task<string?> Fault(CancellationToken stop)
    {
        IReadOnlyList<OutsideHead> all;
        try
        {
            all = heads.All();
        }
        catch (InvalidDataException changed)
        {
            return changed.Message;
        }
        if (all.Count == 0) return null;
        var seals = await db.Set<DailySeal>().AsNoTracking().ToDictionaryAsync(s => s.Day, s => Convert.ToHexStringLower(s.Hash), stop);
        foreach (var kept in all.GroupBy(h => h.SealedDay).Select(g => g.Last()))
        {
            if (kept.SealedDay is { } day && seals.GetValueOrDefault(day) != kept.Seal) return $"seal of {day:yyyy-MM-dd} is not the one that was noted outside the database";
            if (kept.Until > all[^1].Until.AddDays(-Recent) && await Differs(kept, stop) is { } fault) return fault;
        }
        return null;
    }

    private async Task<string?> Differs(OutsideHead kept, CancellationToken stop)
    {
        var from = After(kept.SealedDay);
        var (acts, content) = await DaySealer.Content(db, from, kept.Until, stop);
        if (acts != kept.Acts) return $"acts from {from:u} to {kept.Until:u}: {kept.Acts} were noted outside the database, found {acts}";
        return Convert.ToHexStringLower(content) == kept.Content ? null : $"acts from {from:u} to {kept.Until:u} are not those that were noted outside the database";
    }

    private static DateTime After(DateOnly? day) => day is { } last ? last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : DateTime.UnixEpoch;
}

internal sealed class KeepHeads(IServiceScopeFactory scopes) : IJob
{
    public string Name => "audit-heads";

    public TimeSpan Period => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HeadKeeper>().Keep(stop);
    }
}
