using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.OwnAccount.CodeApp;
using Layar.Identity.Sessions;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Staff.EditAccount;

/// <summary>What an administrator may do to another person's account. Passwords are replaced, never read.</summary>
internal sealed class EditAccountHandler(
    AppDb db, IPasswordHasher<StaffAccount> hasher, CodeAppHandler codes, SessionEnder sessions, Change change, ActRecorder acts)
{
    public Task<StaffAccount?> Find(Guid id, CancellationToken stop) => db.Set<StaffAccount>().SingleOrDefaultAsync(a => a.Id == new StaffId(id), stop);

    public async Task<Outcome> SetActive(StaffAccount account, bool active, Actor actor, CancellationToken stop)
    {
        if (!active && account.Id.Value == actor.Id) return new Refusal("identity.staff.not-yourself");
        return await Ending(account, async () =>
        {
            account.Active = active;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            await acts.Record(account.Id.Value, active ? "AccountEnabled" : "AccountDisabled", actor, stop);
        }, stop);
    }

    public async Task<Outcome<string>> ResetPassword(StaffAccount account, Actor actor, CancellationToken stop)
    {
        if (account.Id.Value == actor.Id) return new Refusal("identity.staff.not-yourself");
        var password = TemporaryPassword.New();
        var outcome = await Ending(account, async () =>
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            account.MustChangePassword = true;
            await acts.Record(account.Id.Value, "PasswordReset", actor, stop);
        }, stop);
        return outcome.Match<Outcome<string>>(() => password, why => why);
    }

    /// <summary>For a lost phone: app, recovery codes and passkeys go, the person enrols again.</summary>
    public async Task<Outcome> ResetSecondFactor(StaffAccount account, Actor actor, CancellationToken stop)
    {
        if (account.Id.Value == actor.Id) return new Refusal("identity.staff.not-yourself");
        return await Ending(account, async () =>
        {
            await codes.Forget(account, stop);
            await db.Set<StaffPasskey>().Where(p => p.AccountId == account.Id).ExecuteDeleteAsync(stop);
            await acts.Record(account.Id.Value, "SecondFactorReset", actor, stop);
        }, stop);
    }

    private async Task<Outcome> Ending(StaffAccount account, Func<Task> work, CancellationToken stop)
    {
        var outcome = await change.Run(async () =>
        {
            await work();
            await sessions.EndAll(account.Id, null, stop);
            return Outcome.Success;
        }, stop);
        sessions.Announce();
        return outcome;
    }
}
