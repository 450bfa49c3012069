using System.Net;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Tracking;

/// <summary>
/// The limits of <see cref="GuessLimit"/> over all nodes and over a restart. Only a wrong try is written; a right one and
/// what is still remembered write nothing.
/// </summary>
internal sealed class GuessLedger(IDbContextFactory<AppDb> contexts, WriteGate gate, KeyRing ring, TimeProvider time) : IJob
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public string Name => "wrong-tries";

    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <summary>How long to wait when there were too many wrong tries anywhere.</summary>
    public async Task<TimeSpan?> Wait(IPAddress? from, string? code, string? second, CancellationToken stop)
    {
        var (counts, now) = (Counts(from, code, second), time.GetUtcNow().UtcDateTime);
        var ids = counts.Select(c => c.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync(stop);
        var rows = await db.Set<WrongTry>().AsNoTracking().Where(w => ids.Contains(w.Id)).ToListAsync(stop);
        return counts.Max(c => rows.FirstOrDefault(r => r.Id.AsSpan().SequenceEqual(c.Id)) is { } row ? c.Rest(row, now) : null);
    }

    /// <summary>The try was wrong.</summary>
    public async Task Wrong(IPAddress? from, string? code, string? second)
    {
        var (counts, now) = (Counts(from, code, second), time.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        using var turn = await gate.Enter(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        // In one order, so that two who count the same things do not wait for each other.
        foreach (var count in counts.OrderBy(c => Convert.ToHexString(c.Id), StringComparer.Ordinal))
        {
            await db.TakeTurn("guess:" + Convert.ToHexString(count.Id), CancellationToken.None);
            if (await db.Set<WrongTry>().FirstOrDefaultAsync(w => w.Id == count.Id) is not { } row) db.Add(row = new WrongTry { Id = count.Id, Tries = 0, At = now });
            count.Add(row, now);
        }
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Forgets what no longer counts.</summary>
    public async Task Run(CancellationToken stop)
    {
        var old = time.GetUtcNow().UtcDateTime - Hour;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        await db.Set<WrongTry>().Where(w => w.At < old).ExecuteDeleteAsync(stop);
    }

    private IReadOnlyList<Count> Counts(IPAddress? from, string? code, string? second)
    {
        var network = GuessLimit.NetworkOf(from);
        var inNetwork = Of("guess-network", network, GuessLimit.PerNetwork, null);
        if (code is null) return [inNetwork];
        var (kind, atOnce, pause) = GuessLimit.Slowing(second);
        return [inNetwork, Of("guess-network-code", network + code, GuessLimit.PerCode, null), Of("guess-code", kind + code, atOnce, pause)];
    }

    private Count Of(string kind, string text, int most, TimeSpan? pause) => new(ring.BlindIndex(kind, text), most, pause);

    /// <param name="Pause">null: so many within an hour; else so many at once and one more after each pause</param>
    private sealed record Count(byte[] Id, int Most, TimeSpan? Pause)
    {
        public TimeSpan? Rest(WrongTry row, DateTime now)
        {
            if (Pause is { } pause) return Later(row.At, now) + pause - (now + pause * Most) is { Ticks: > 0 } rest ? rest : null;
            return row.Tries >= Most && row.At + Hour > now ? row.At + Hour - now : null;
        }

        public void Add(WrongTry row, DateTime now)
        {
            if (Pause is { } pause) row.At = Later(row.At, now) + pause;
            else (row.Tries, row.At) = row.At + Hour <= now ? (1, now) : (row.Tries + 1, row.At);
        }

        private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
    }
}
