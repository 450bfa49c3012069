using Layar.Identity.SignIn;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Sessions;

/// <summary>Removes what has run out: dead sessions, old failures, devices not seen for a year.</summary>
internal sealed class Tidying(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider clock) : IJob
{
    public string Name => "identity-tidying";

    public TimeSpan Period => TimeSpan.FromMinutes(30);

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (dead, idle, old, unseen) = (now - SessionLimits.Absolute, now - SessionLimits.Idle * 2, now - SignInLimit.Window, now.AddDays(-365));
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        await db.Set<StaffSession>().Where(s => s.StartedAt < dead || s.SeenAt < idle).ExecuteDeleteAsync(stop);
        await db.Set<SignInTry>().Where(t => t.Since < old).ExecuteDeleteAsync(stop);
        await db.Set<KnownDevice>().Where(d => d.SeenAt < unseen).ExecuteDeleteAsync(stop);
    }
}
