using Layar.Identity.Sessions;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.SignIn;

/// <summary>Knows a browser again in which an account has signed in, so that failures elsewhere do not slow its owner.</summary>
internal sealed class DeviceCookie(SessionCookie cookie, AppDb db, WriteGate gate, KeyRing ring, TimeProvider clock)
{
    private const string Name = "layar-gawai";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>The device's key when this account has signed in here before; null otherwise.</summary>
    public async Task<string?> KnownTo(HttpContext context, string userName, CancellationToken stop)
    {
        if (SessionKey.Parse(cookie.Get(context, Name)) is not { } device) return null;
        var id = Id(userName, device.Text);
        var oldest = clock.GetUtcNow().UtcDateTime - Lifetime;
        return await db.Set<KnownDevice>().AnyAsync(d => d.Id == id && d.SeenAt > oldest, stop) ? device.Text : null;
    }

    public async Task Remember(HttpContext context, string userName, CancellationToken stop)
    {
        var device = SessionKey.Parse(cookie.Get(context, Name)) ?? SessionKey.New();
        cookie.Set(context, Name, device.Text, Lifetime);
        var id = Id(userName, device.Text);
        var now = clock.GetUtcNow().UtcDateTime;
        using var turn = await gate.Enter(stop);
        if (await db.Set<KnownDevice>().Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.SeenAt, now), stop) == 1) return;
        await db.Database.ExecuteSqlRawAsync("INSERT INTO known_device (id, seen_at) VALUES ({0}, {1}) ON CONFLICT (id) DO NOTHING",
            [id, db.Value(now)], stop);
    }

    private byte[] Id(string userName, string device) => ring.BlindIndex("known-device", userName + "\0" + device);
}
