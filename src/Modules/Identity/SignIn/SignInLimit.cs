using System.Net;
using System.Net.Sockets;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.SignIn;

/// <summary>What is counted: its keyed hash and how many failures it may have within the window.</summary>
internal readonly record struct Counted(byte[] Key, int Most);

/// <summary>
/// Five failures, then two hours of rest for that step. Counted per account at one address, or per account on a device
/// the account knows, and for many accounts per address; never per account alone, so that nobody can lock out a rival.
/// A try is counted before the password is looked at, so that a hundred at once gain nothing.
/// </summary>
internal sealed class SignInLimit(IDbContextFactory<AppDb> contexts, WriteGate gate, KeyRing ring, TimeProvider clock)
{
    public const int Few = 5;
    public const int PerAddress = 100;
    public static readonly TimeSpan Window = TimeSpan.FromHours(2);

    public Counted AtAddress(string userName, IPAddress? address) => new(Key("account-address", userName, Net(address)), Few);

    public Counted OnDevice(string userName, string device) => new(Key("account-device", userName, device), Few);

    public Counted Address(IPAddress? address) => new(Key("address", Net(address)), PerAddress);

    /// <summary>Only somebody who has the password comes to this step, so the account may be its key.</summary>
    public Counted Code(Guid account) => new(Key("code", account.ToString("N")), Few);

    /// <summary>The password once more, inside a session.</summary>
    public Counted Proof(Guid account) => new(Key("proof", account.ToString("N")), Few);

    /// <summary>Counts one try. Null when it may go on, else how long the step rests.</summary>
    public async Task<(int Tries, TimeSpan? Wait)> Take(IReadOnlyList<Counted> counted, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        (int Tries, TimeSpan? Wait) worst = (0, null);
        foreach (var one in counted)
        {
            var row = await Count(db, one.Key, now, stop);
            if (one.Most == Few) worst.Tries = Math.Max(worst.Tries, row.Tries);
            if (row.Tries > one.Most) worst.Wait = row.Since + Window - now;
        }
        await transaction.CommitAsync(stop);
        return worst;
    }

    /// <summary>The try was good: it and the few before it at the account are forgotten.</summary>
    public async Task GiveBack(IReadOnlyList<Counted> counted, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        foreach (var one in counted)
        {
            var rows = db.Set<SignInTry>().Where(t => t.Id == one.Key);
            if (one.Most == Few) await rows.ExecuteDeleteAsync(stop);
            else await rows.ExecuteUpdateAsync(t => t.SetProperty(x => x.Tries, x => x.Tries - 1), stop);
        }
    }

    private static async Task<SignInTry> Count(AppDb db, byte[] key, DateTime now, CancellationToken stop)
    {
        var start = now - Window;
        for (var round = 0; ; round++)
        {
            var known = await db.Set<SignInTry>().Where(t => t.Id == key).ExecuteUpdateAsync(t => t
                .SetProperty(x => x.Tries, x => x.Since < start ? 1 : x.Tries + 1)
                .SetProperty(x => x.Since, x => x.Since < start ? now : x.Since), stop);
            if (known == 1) return await db.Set<SignInTry>().AsNoTracking().SingleAsync(t => t.Id == key, stop);
            if (await Insert(db, key, now, stop) || round > 2) return new SignInTry { Id = key, Tries = 1, Since = now };
        }
    }

    private static async Task<bool> Insert(AppDb db, byte[] key, DateTime now, CancellationToken stop) =>
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO sign_in_try (id, tries, since) VALUES ({0}, 1, {1}) ON CONFLICT (id) DO NOTHING",
            [key, db.Value(now)], stop) == 1;

    private byte[] Key(string kind, params string[] parts) => ring.BlindIndex("sign-in-" + kind, string.Join('\0', parts));

    /// <summary>One household has one IPv4 address but a whole /64 of IPv6.</summary>
    private static string Net(IPAddress? address)
    {
        if (address is null) return "-";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
