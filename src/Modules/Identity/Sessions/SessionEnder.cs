using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Sessions;

/// <summary>Ends sessions by deleting their rows, inside the change that is the reason for it; other nodes notice within the second.</summary>
internal sealed class SessionEnder(AppDb db, SessionBook book)
{
    public async Task<int> EndAll(StaffId account, StaffSessionId? except, CancellationToken stop)
    {
        var rows = db.Set<StaffSession>().Where(s => s.AccountId == account);
        if (except is { } kept) rows = rows.Where(s => s.Id != kept);
        return await rows.ExecuteDeleteAsync(stop);
    }

    public async Task<bool> End(StaffId account, StaffSessionId session, CancellationToken stop) =>
        await db.Set<StaffSession>().Where(s => s.AccountId == account && s.Id == session).ExecuteDeleteAsync(stop) == 1;

    /// <summary>After the commit.</summary>
    public void Announce() => book.Forget();
}
