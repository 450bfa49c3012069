using System.Security.Cryptography;
using Layar.Kernel.Data;

namespace Layar.Kernel.Acts;

/// <summary>The acts after a sealed day, hashed so far; goes on from where it stands instead of hashing the day again.</summary>
internal sealed class HashedActs(DateOnly? day, string seal) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The first moment after the sealed day.</summary>
    public DateTime From { get; } = day is { } last ? last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : DateTime.UnixEpoch;

    public int Count { get; private set; }

    private DateTime? reached;

    public bool GoesOnTo(DateOnly? sealedDay, string sealedAs, DateTime until) => sealedDay == day && sealedAs == seal && reached is { } so && so <= until;

    /// <exception cref="OperationCanceledException">half-way; then this cannot be gone on with</exception>
    public async Task<OutsideHead> To(DateTime until, AppDb db, CancellationToken stop)
    {
        await foreach (var act in DaySealer.Hashes(db, reached ?? From, until).WithCancellation(stop)) Add(act);
        reached = until;
        return new OutsideHead(until, day, seal, Count, Content());
    }

    public void Add(HashedAct act)
    {
        hash.AppendData(act.Hash);
        Count++;
    }

    /// <summary>SHA-256 over their hashes, hexadecimal.</summary>
    public string Content() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();
}

/// <summary>What was hashed for the last head, kept for the next one as long as the program runs.</summary>
public sealed class HashedSoFar : IDisposable
{
    private HashedActs? kept;

    internal HashedActs? Take() => Interlocked.Exchange(ref kept, null);

    internal void Keep(HashedActs acts) => Interlocked.Exchange(ref kept, acts)?.Dispose();

    public void Dispose() => Take()?.Dispose();
}
