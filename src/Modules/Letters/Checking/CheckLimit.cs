using System.Collections.Concurrent;
using System.Net;

namespace Layar.Letters.Checking;

/// <summary>Slows down whoever tries codes: a few a minute from one address, and never an answer faster than another.</summary>
internal sealed class CheckLimit(TimeProvider clock)
{
    public const int PerMinute = 30;
    private const int MostAddresses = 20_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<IPAddress, (DateTimeOffset Since, int Count)> seen = new();

    /// <summary>Every answer takes at least so long, found or not.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(250);

    /// <summary>Null when allowed; otherwise how long to wait.</summary>
    public TimeSpan? Ask(IPAddress? address)
    {
        var now = clock.GetUtcNow();
        if (seen.Count > MostAddresses)
            foreach (var old in seen.Where(s => now - s.Value.Since > Window)) seen.TryRemove(old.Key, out _);
        var entry = seen.AddOrUpdate(address ?? IPAddress.None, _ => (now, 1), (_, e) => now - e.Since > Window ? (now, 1) : (e.Since, e.Count + 1));
        return entry.Count > PerMinute ? Window - (now - entry.Since) : null;
    }

    public async Task<T> Evenly<T>(Func<Task<T>> work, CancellationToken stop)
    {
        var floor = Task.Delay(Floor, clock, stop);
        var answer = await work();
        await floor;
        return answer;
    }
}
