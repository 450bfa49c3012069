using Layar.Identity.Accounts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.Identity.Duties;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Sessions;

/// <summary>Opens and ends the session of this browser. Each step forward gets a new key: one planted before is worth nothing.</summary>
internal sealed class SessionOpener(AppDb db, WriteGate gate, Change change, ActRecorder acts, SessionBook book, SessionCookie cookie, TimeProvider clock)
{
    /// <summary>The password was right, the code is still to come.</summary>
    public async Task AwaitCode(HttpContext context, StaffAccount account, CancellationToken stop)
    {
        var key = SessionKey.New();
        using var turn = await gate.Enter(stop);
        await DropPresent(context, stop);
        db.Add(New(context, account, key, SessionStage.AwaitingCode, ""));
        await db.SaveChangesAsync(stop);
        cookie.Write(context, key);
    }

    /// <summary>Signed in. The act and the session stand or fall together; another act at the same moment asks for another try.</summary>
    public async Task<Outcome> Open(HttpContext context, StaffAccount account, string method, CancellationToken stop)
    {
        var key = SessionKey.New();
        var outcome = Outcome.Success;
        for (var round = 0; round < 5; round++)
        {
            db.ChangeTracker.Clear();
            outcome = await change.Run(() => Write(context, account, method, key, stop), stop);
            if (outcome.IsDone) break;
        }
        if (outcome.IsDone) cookie.Write(context, key);
        return outcome;
    }

    public async Task<Outcome> Close(HttpContext context, CancellationToken stop)
    {
        var present = context.Features.Get<SignedInStaff>();
        cookie.Delete(context);
        var outcome = await change.Run(async () =>
        {
            await DropPresent(context, stop);
            if (present is not null) await acts.Record(present.Member.Id.Value, "SignedOut", present.Actor, stop);
            return Outcome.Success;
        }, stop);
        book.Forget();
        return outcome;
    }

    private async Task<Outcome> Write(HttpContext context, StaffAccount account, string method, SessionKey key, CancellationToken stop)
    {
        await DropPresent(context, stop);
        var duties = await db.Set<Duty>().AsNoTracking().Where(d => d.AccountId == account.Id).ToListAsync(stop);
        var member = DutiesInForce.Member(account.Id, account.UserName, account.Name, duties, Wita.Day(clock.GetUtcNow().UtcDateTime));
        db.Add(New(context, account, key, SessionStage.Open, SessionRenewal.RolesOf(member)));
        await acts.Record(account.Id.Value, "SignedIn", new Actor(account.Id.Value, account.Name, member.Roles.FirstOrDefault() ?? "petugas"), stop, after: new { method });
        return Outcome.Success;
    }

    private async Task DropPresent(HttpContext context, CancellationToken stop)
    {
        if (cookie.Read(context) is not { } key) return;
        var hash = key.Hash;
        await db.Set<StaffSession>().Where(s => s.KeyHash == hash || s.FormerKeyHash == hash).ExecuteDeleteAsync(stop);
        book.Forget();
    }

    private StaffSession New(HttpContext context, StaffAccount account, SessionKey key, SessionStage stage, string roles)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new StaffSession
        {
            Id = new(Guid.CreateVersion7()), AccountId = account.Id, KeyHash = key.Hash, Stage = stage, Roles = roles,
            Device = DeviceName.Of(context.Request.Headers.UserAgent.ToString()), StartedAt = now, SeenAt = now,
        };
    }
}
