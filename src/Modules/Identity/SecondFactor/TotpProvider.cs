using Layar.Identity.Accounts;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.SecondFactor;

/// <summary>Accepts a code of the app once: the step is moved on in the database before the answer is yes.</summary>
internal sealed class TotpProvider(AppDb db, WriteGate gate, TimeProvider clock) : IUserTwoFactorTokenProvider<StaffAccount>
{
    public Task<string> GenerateAsync(string purpose, UserManager<StaffAccount> manager, StaffAccount user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<StaffAccount> manager, StaffAccount user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } secret) return false;
        if (Totp.Match(secret, token, clock.GetUtcNow().UtcDateTime, user.TotpStep) is not { } step) return false;
        using var turn = db.Database.CurrentTransaction is null ? await gate.Enter(CancellationToken.None) : null;
        var taken = await db.Set<StaffAccount>().Where(a => a.Id == user.Id && a.TotpStep < step)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.TotpStep, step)) == 1;
        if (taken) user.TotpStep = step;
        return taken;
    }

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<StaffAccount> manager, StaffAccount user) =>
        await manager.GetAuthenticatorKeyAsync(user) is not null;
}
