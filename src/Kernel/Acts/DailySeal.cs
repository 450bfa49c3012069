using System.Security.Cryptography;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Kernel.Acts;

/// <summary>Closes one UTC day of acts: the hash over all their hashes in order of time and id, chained to the seal before.</summary>
public sealed class DailySeal
{
    public required DateOnly Day { get; init; }

    public required int Acts { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTime SealedAt { get; init; }

    public static byte[] ComputeHash(DateOnly day, int acts, ReadOnlySpan<byte> previous, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(System.Text.Encoding.ASCII.GetBytes($"{day:yyyy-MM-dd}:{acts}:"));
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    private sealed class Mapping : IEntityTypeConfiguration<DailySeal>
    {
        public void Configure(EntityTypeBuilder<DailySeal> seal) => seal.HasKey(s => s.Day);
    }
}

/// <summary>Seals every finished day that has acts and no seal yet. A day is finished an hour after it ended.</summary>
public sealed class DaySealer(AppDb db, WriteGate gate, TimeProvider clock)
{
    public async Task<int> SealFinishedDays(CancellationToken stop)
    {
        var last = await db.Set<DailySeal>().AsNoTracking().OrderByDescending(s => s.Day).FirstOrDefaultAsync(stop);
        var until = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(-1));
        var count = 0;
        for (var from = await FirstOpen(last, stop); from is { } day && day < until; from = await FirstOpen(last, stop))
        {
            last = await Seal(day, last, stop);
            count++;
        }
        return count;
    }

    private async Task<DateOnly?> FirstOpen(DailySeal? last, CancellationToken stop)
    {
        var after = last is null ? DateTime.UnixEpoch : last.Day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var at = await db.Set<Act>().Where(a => a.At >= after).OrderBy(a => a.At).Select(a => (DateTime?)a.At).FirstOrDefaultAsync(stop);
        return at is { } first ? DateOnly.FromDateTime(first) : null;
    }

    private async Task<DailySeal> Seal(DateOnly day, DailySeal? last, CancellationToken stop)
    {
        var (count, content) = await Content(db, day, stop);
        var previous = last?.Hash ?? Act.Start;
        var seal = new DailySeal
        {
            Day = day, Acts = count, PreviousHash = previous, SealedAt = clock.GetUtcNow().UtcDateTime,
            Hash = DailySeal.ComputeHash(day, count, previous, content),
        };
        using var turn = await gate.Enter(stop);
        db.Add(seal);
        await db.SaveChangesAsync(stop);
        return seal;
    }

    internal static async Task<(int Count, byte[] Hash)> Content(AppDb db, DateOnly day, CancellationToken stop)
    {
        var from = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        await foreach (var act in Hashes(db, from, from.AddDays(1)).WithCancellation(stop))
        {
            hash.AppendData(act.Hash);
            count++;
        }
        return (count, hash.GetHashAndReset());
    }

    /// <summary>The acts between two moments, the second not included, in order of time and id.</summary>
    internal static IAsyncEnumerable<HashedAct> Hashes(AppDb db, DateTime from, DateTime until) =>
        db.Set<Act>().Where(a => a.At >= from && a.At < until).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => new HashedAct(a.At, a.Hash)).AsAsyncEnumerable();
}

internal readonly record struct HashedAct(DateTime At, byte[] Hash);
