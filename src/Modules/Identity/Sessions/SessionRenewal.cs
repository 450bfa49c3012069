using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Sessions;

/// <summary>A key is issued for a set of roles. When the set changes, the browser gets a new key and the old one soon ends.</summary>
internal sealed class SessionRenewal(IDbContextFactory<AppDb> contexts, WriteGate gate, SessionBook book, SessionCookie cookie, TimeProvider clock)
{
    public async Task WhenRolesChanged(HttpContext context, SessionRow row, StaffMember member, SessionKey key)
    {
        var roles = RolesOf(member);
        if (row.Session.Roles == roles || !row.Session.KeyHash.AsSpan().SequenceEqual(key.Hash)) return;
        var fresh = SessionKey.New();
        if (!await Replace(row.Session.Id, key.Hash, fresh.Hash, roles, context.RequestAborted)) return;
        book.Forget();
        cookie.Write(context, fresh);
    }

    public static string RolesOf(StaffMember member) => string.Join(' ', member.Roles.Order(StringComparer.Ordinal));

    private async Task<bool> Replace(StaffSessionId id, byte[] old, byte[] fresh, string roles, CancellationToken stop)
    {
        DateTime? until = clock.GetUtcNow().UtcDateTime + SessionLimits.FormerKey;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        return await db.Set<StaffSession>().Where(s => s.Id == id && s.KeyHash == old).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.KeyHash, fresh)
            .SetProperty(x => x.FormerKeyHash, old)
            .SetProperty(x => x.FormerUntil, until)
            .SetProperty(x => x.Roles, roles), stop) == 1;
    }
}
