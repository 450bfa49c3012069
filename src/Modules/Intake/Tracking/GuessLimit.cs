using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Layar.Intake.Tracking;

/// <summary>
/// Slows guessing: five wrong pairs for one code and twenty from one network in an hour. When the whole service is being
/// guessed at, a network gets five. Lives in memory; a try counts before it is made, so that tries at once count too.
/// </summary>
internal sealed class GuessLimit(TimeProvider time)
{
    public const int PerCode = 5;
    public const int PerNetwork = 20;
    public const int PerNetworkUnderAttack = 5;
    private const int Attack = 1000;
    private const int MostKept = 50_000;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Count> counts = new();
    private readonly Count everywhere = new();

    /// <summary>Counts a try; how long to wait when there were too many, which does not count again.</summary>
    /// <param name="code">null when only the network is counted</param>
    public TimeSpan? Enter(string? code, IPAddress? from)
    {
        var now = time.GetUtcNow();
        if (counts.Count > MostKept) Forget(now);
        var network = counts.GetOrAdd(NetworkOf(from), _ => new Count());
        var most = everywhere.At(now) >= Attack ? PerNetworkUnderAttack : PerNetwork;
        if (network.Take(now, most) is { } wait) return wait;
        if (code is not null && counts.GetOrAdd("c" + code, _ => new Count()).Take(now, PerCode) is { } rest)
        {
            network.GiveBack(now);
            return rest;
        }
        everywhere.Take(now, int.MaxValue);
        return null;
    }

    /// <summary>The try was right: it does not count.</summary>
    public void Right(string? code, IPAddress? from)
    {
        var now = time.GetUtcNow();
        if (counts.TryGetValue(NetworkOf(from), out var network)) network.GiveBack(now);
        if (code is not null && counts.TryGetValue("c" + code, out var count)) count.GiveBack(now);
        everywhere.GiveBack(now);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, count) in counts)
            if (count.At(now) == 0 || counts.Count > MostKept * 2) counts.TryRemove(key, out _);
    }

    private static string NetworkOf(IPAddress? from) => from switch
    {
        null => "n-",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => "n" + Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8)),
        _ => "n" + from.MapToIPv4(),
    };

    private sealed class Count
    {
        private DateTimeOffset since;
        private int tries;

        public TimeSpan? Take(DateTimeOffset now, int most)
        {
            lock (this)
            {
                Turn(now);
                // Who looked at the clock first may come second: it waits no longer than the window.
                if (tries >= most) return now < since ? Window : since + Window - now;
                tries++;
                return null;
            }
        }

        public void GiveBack(DateTimeOffset now)
        {
            lock (this)
            {
                Turn(now);
                if (tries > 0) tries--;
            }
        }

        public int At(DateTimeOffset now)
        {
            lock (this)
            {
                Turn(now);
                return tries;
            }
        }

        private void Turn(DateTimeOffset now)
        {
            if (now - since < Window) return;
            since = now;
            tries = 0;
        }
    }
}
