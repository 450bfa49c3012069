using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Layar.Intake.Tracking;

/// <summary>
/// Slows guessing of the pair of code and PIN, or code and last four digits: five wrong ones for one code and twenty
/// altogether from one network in an hour. Nobody closes a code for everybody else that way. Whoever guesses at one code
/// from many networks is slowed by the code itself (<see cref="SlowingCount"/>). When the whole service is being guessed at, a
/// network gets five. Lives in memory; a try counts before it is made, so that tries at once count too. What was wrong is
/// known to the other nodes and after a restart by the <see cref="GuessLedger"/>.
/// </summary>
/// <remarks>
/// Chance to hit one code, with as many networks as one likes: at a PIN 30 tries and 24 a day of a million, 0.08 % in thirty
/// days; at four digits 10 tries and one a day of ten thousand, 0.4 % in thirty days. The link is 60 bits and is not limited.
/// </remarks>
internal sealed class GuessLimit(TimeProvider time)
{
    public const int PerCode = 5;
    public const int PerNetwork = 20;
    public const int PerNetworkUnderAttack = 5;
    public const int PinsAtOnce = 30;
    public const int FourDigitsAtOnce = 10;
    private const int Attack = 1000;
    private const int MostKept = 50_000;
    private static readonly TimeSpan BetweenPins = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenFourDigits = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, HourCount> hours = new();
    private readonly ConcurrentDictionary<string, SlowingCount> codes = new();
    private readonly HourCount everywhere = new();

    /// <summary>Counts a try; how long to wait when there were too many, which does not count again.</summary>
    /// <param name="second">what is tried beside the code; null when only the network is counted</param>
    public TimeSpan? Enter(IPAddress? from, string? code = null, string? second = null)
    {
        var now = time.GetUtcNow();
        Forget(now);
        var network = NetworkOf(from);
        var most = everywhere.At(now) >= Attack ? PerNetworkUnderAttack : PerNetwork;
        if (Hour(network).Take(now, most) is { } wait) return wait;
        if (code is not null && Pair(network, code, second, now) is { } rest)
        {
            Hour(network).GiveBack(now);
            return rest;
        }
        everywhere.Take(now, int.MaxValue);
        return null;
    }

    /// <summary>The try was right: it does not count.</summary>
    public void Right(IPAddress? from, string? code = null, string? second = null)
    {
        var now = time.GetUtcNow();
        var network = NetworkOf(from);
        Hour(network).GiveBack(now);
        everywhere.GiveBack(now);
        if (code is null) return;
        Hour(network + code).GiveBack(now);
        Code(code, second).GiveBack();
    }

    private TimeSpan? Pair(string network, string code, string? second, DateTimeOffset now)
    {
        if (Hour(network + code).Take(now, PerCode) is { } wait) return wait;
        if (Code(code, second).Take(now) is not { } rest) return null;
        Hour(network + code).GiveBack(now);
        return rest;
    }

    private HourCount Hour(string key) => hours.GetOrAdd(key, _ => new HourCount());

    /// <summary>Four digits are a hundred times easier than a PIN: they have a count of their own, which closes no PIN.</summary>
    private SlowingCount Code(string code, string? second)
    {
        var (kind, atOnce, pause) = Slowing(second);
        return codes.GetOrAdd(kind + code, _ => new SlowingCount(atOnce, pause));
    }

    internal static (string Kind, int AtOnce, TimeSpan Pause) Slowing(string? second) =>
        (second ?? "").Count(char.IsAsciiDigit) == 4 ? ("4", FourDigitsAtOnce, BetweenFourDigits) : ("6", PinsAtOnce, BetweenPins);

    private void Forget(DateTimeOffset now)
    {
        if (hours.Count > MostKept)
            foreach (var (key, count) in hours)
                if (count.At(now) == 0 || hours.Count > MostKept * 2) hours.TryRemove(key, out _);
        if (codes.Count > MostKept)
            foreach (var (key, count) in codes)
                if (count.IsFree(now) || codes.Count > MostKept * 2) codes.TryRemove(key, out _);
    }

    internal static string NetworkOf(IPAddress? from) => from switch
    {
        null => "-/",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8)) + "/",
        _ => from.MapToIPv4() + "/",
    };
}
