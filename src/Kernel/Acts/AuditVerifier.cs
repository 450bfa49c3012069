using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Kernel.Acts;

/// <param name="Acts">acts checked</param>
/// <param name="Seals">daily seals checked</param>
/// <param name="Broken">what is wrong with the first act or seal that does not fit; null when all fit</param>
public sealed record AuditResult(long Acts, int Seals, string? Broken);

/// <summary>Computes every hash again, chain by chain, then every daily seal, compares with the heads outside the database, and stops at the first that does not fit.</summary>
public sealed class AuditVerifier(AppDb db, HeadKeeper heads)
{
    public async Task<AuditResult> Verify(CancellationToken stop)
    {
        var (acts, broken) = await Chains(stop);
        if (broken is not null) return new AuditResult(acts, 0, broken);
        var (seals, badSeal) = await Seals(stop);
        return new AuditResult(acts, seals, badSeal ?? await heads.Fault(stop));
    }

    private async Task<(long, string?)> Chains(CancellationToken stop)
    {
        var checkedActs = 0L;
        Act? last = null;
        await foreach (var act in db.Set<Act>().AsNoTracking().OrderBy(a => a.Chain).ThenBy(a => a.Seq).AsAsyncEnumerable().WithCancellation(stop))
        {
            var before = last?.Chain == act.Chain ? last : null;
            if (Fault(act, before) is { } fault) return (checkedActs, $"{act.Kind} {act.Id.Value} (chain {act.Chain}, seq {act.Seq}, {act.At:u}): {fault}");
            last = act;
            checkedActs++;
        }
        return (checkedActs, null);
    }

    private static string? Fault(Act act, Act? before)
    {
        if (act.Seq != (before?.Seq ?? 0) + 1) return $"expected seq {(before?.Seq ?? 0) + 1}, an act is missing before it";
        if (!act.PreviousHash.AsSpan().SequenceEqual(before?.Hash ?? Act.Start)) return "does not continue the act before it";
        return act.Hash.AsSpan().SequenceEqual(act.ComputeHash()) ? null : "its content does not match its hash";
    }

    private async Task<(int, string?)> Seals(CancellationToken stop)
    {
        var count = 0;
        DailySeal? last = null;
        foreach (var seal in await db.Set<DailySeal>().AsNoTracking().OrderBy(s => s.Day).ToListAsync(stop))
        {
            var (acts, content) = await DaySealer.Content(db, seal.Day, stop);
            if (acts != seal.Acts) return (count, $"seal of {seal.Day:yyyy-MM-dd}: sealed {seal.Acts} acts, found {acts}");
            var expected = DailySeal.ComputeHash(seal.Day, acts, last?.Hash ?? Act.Start, content);
            if (!seal.Hash.AsSpan().SequenceEqual(expected)) return (count, $"seal of {seal.Day:yyyy-MM-dd} does not match the acts of that day");
            last = seal;
            count++;
        }
        return (count, null);
    }
}
