using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Acts;

/// <summary>Writes down outside the database how the acts stand, and compares later.</summary>
public sealed class HeadKeeper(AppDb db, OutsideHeads heads, HashedSoFar soFar, TimeProvider clock)
{
    /// <summary>An act takes its time before its transaction ends; so long it is not counted yet.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    /// <summary>Days within which the acts between a head and the next seal are counted again.</summary>
    private const int Recent = 31;

    public async Task Keep(CancellationToken stop)
    {
        var seal = await db.Set<DailySeal>().AsNoTracking().OrderByDescending(s => s.Day).FirstOrDefaultAsync(stop);
        var until = clock.GetUtcNow().UtcDateTime - Settling;
        var head = await Stand(seal?.Day, seal is null ? "" : Convert.ToHexStringLower(seal.Hash), new DateTime(until.Ticks - until.Ticks % 10, DateTimeKind.Utc), stop);
        if (heads.Last() is { } last && last with { Until = head.Until } == head) return;
        heads.Append(head);
    }

    private async Task<OutsideHead> Stand(DateOnly? day, string seal, DateTime until, CancellationToken stop)
    {
        var acts = soFar.Take();
        if (acts?.GoesOnTo(day, seal, until) != true)
        {
            acts?.Dispose();
            acts = new HashedActs(day, seal);
        }
        var head = await acts.To(until, db, stop);
        soFar.Keep(acts);
        return head;
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
        foreach (var kept in all.GroupBy(h => h.SealedDay))
        {
            if (kept.Key is { } day && kept.Any(h => seals.GetValueOrDefault(day) != h.Seal)) return $"seal of {day:yyyy-MM-dd} is not the one that was noted outside the database";
            var recent = kept.Where(h => h.Until > all[^1].Until.AddDays(-Recent)).OrderBy(h => h.Until).ToList();
            if (recent.Count > 0 && await Differs(recent, stop) is { } fault) return fault;
        }
        return null;
    }

    /// <summary>Every head, not the last alone: a head that was noted after a forgery holds what was forged.</summary>
    /// <param name="kept">heads after the same sealed day, in order of time</param>
    private async Task<string?> Differs(List<OutsideHead> kept, CancellationToken stop)
    {
        using var acts = new HashedActs(kept[0].SealedDay, kept[0].Seal);
        var (next, before) = (0, (At: acts.From, Count: 0));
        string? Reached(OutsideHead head)
        {
            var fault = Compare(head, acts, before.At, before.Count);
            before = (head.Until, acts.Count);
            return fault;
        }
        await foreach (var act in DaySealer.Hashes(db, acts.From, kept[^1].Until).WithCancellation(stop))
        {
            for (; kept[next].Until <= act.At; next++) if (Reached(kept[next]) is { } early) return early;
            acts.Add(act);
        }
        for (; next < kept.Count; next++) if (Reached(kept[next]) is { } late) return late;
        return null;
    }

    /// <param name="from">until here all fits</param>
    /// <param name="fit">acts that do</param>
    private static string? Compare(OutsideHead head, HashedActs acts, DateTime from, int fit)
    {
        if (acts.Count != head.Acts) return $"acts from {from:u} to {head.Until:u}: {head.Acts - fit} were noted outside the database, found {acts.Count - fit}";
        return acts.Content() == head.Content ? null : $"acts from {from:u} to {head.Until:u} are not those that were noted outside the database";
    }
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
