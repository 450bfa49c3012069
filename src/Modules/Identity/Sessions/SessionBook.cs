using System.Collections.Concurrent;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Sessions;

/// <summary>
/// Finds sessions by key: one query, remembered for less than a second. When the person was last seen is kept here and
/// written together for all sessions, so that reading a page writes nothing.
/// </summary>
internal sealed class SessionBook(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider clock)
{
    private const int Most = 20_000;

    private static readonly Func<AppDb, byte[], DateTime, DateOnly, CancellationToken, Task<SessionRow?>> ByKey =
        EF.CompileAsyncQuery((AppDb db, byte[] hash, DateTime now, DateOnly day, CancellationToken stop) => (
            from session in db.Set<StaffSession>().AsNoTracking()
            join account in db.Set<StaffAccount>() on session.AccountId equals account.Id
            where session.KeyHash == hash || (session.FormerKeyHash == hash && session.FormerUntil > now)
            select new SessionRow(
                session, account.UserName, account.Name, account.Active, account.MustChangePassword,
                account.TotpOn || db.Set<StaffPasskey>().Any(p => p.AccountId == account.Id),
                db.Set<Duty>().Where(d => d.AccountId == account.Id && (d.ValidTo == null || d.ValidTo >= day)).ToList())).SingleOrDefault());

    private readonly ConcurrentDictionary<string, (SessionRow? Row, DateTime At)> remembered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<StaffSessionId, DateTime> seen = new();

    /// <summary>The living session of this key, whatever its stage.</summary>
    public async Task<SessionRow?> Find(SessionKey key, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!remembered.TryGetValue(key.Text, out var known) || now - known.At > SessionLimits.Remembered)
        {
            known = (await Load(key.Hash, now, stop), now);
            if (remembered.Count > Most) remembered.Clear();
            remembered[key.Text] = known;
        }
        return known.Row is { } row && row.Alive(now, LastSeen(row.Session)) ? row : null;
    }

    public void Seen(StaffSessionId session) => seen[session] = clock.GetUtcNow().UtcDateTime;

    public void Forget() => remembered.Clear();

    public DateTime LastSeen(StaffSession session) =>
        seen.TryGetValue(session.Id, out var at) && at > session.SeenAt ? at : session.SeenAt;

    public async Task WriteSeen(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (key, value) in remembered)
            if (now - value.At > SessionLimits.Remembered) remembered.TryRemove(key, out _);
        if (seen.IsEmpty) return;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var written = seen.ToArray();
        foreach (var (session, at) in written)
            await db.Set<StaffSession>().Where(s => s.Id == session && s.SeenAt < at).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, at), stop);
        await transaction.CommitAsync(stop);
        foreach (var entry in written) seen.TryRemove(entry);
    }

    private async Task<SessionRow?> Load(byte[] hash, DateTime now, CancellationToken stop)
    {
        var day = Wita.Day(now);
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await ByKey(db, hash, now, day, stop);
    }
}
