using Layar.Identity.Accounts;
using Layar.Identity.Passwords;
using Layar.Identity.Sessions;
using Layar.Identity.SignIn;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Layar.Identity.OwnAccount.ChangePassword;

/// <summary>A new password ends every other session of the account.</summary>
internal sealed class ChangePasswordHandler(UserManager<StaffAccount> users, PasswordProof proof, SessionEnder sessions, Change change, ActRecorder acts)
{
    public async Task<Outcome> Run(StaffAccount account, SignedInStaff me, string present, string fresh, CancellationToken stop)
    {
        var proven = await proof.Ask(account, present, "Present", stop);
        if (!proven.IsDone) return proven;
        if (present == fresh) return new Refusal("identity.password.same", "Fresh");
        if (PasswordRule.Fault(fresh, account.UserName, account.Name) is { } fault) return new Refusal(fault, "Fresh");
        var outcome = await change.Run(async () =>
        {
            account.MustChangePassword = false;
            var result = await users.ChangePasswordAsync(account, present, fresh);
            if (!result.Succeeded) return new Refusal(SignInHandler.Wrong, "Present");
            await sessions.EndAll(account.Id, me.Session, stop);
            await acts.Record(account.Id.Value, "PasswordChanged", me.Actor, stop);
            return Outcome.Success;
        }, stop);
        sessions.Announce();
        return outcome;
    }
}
