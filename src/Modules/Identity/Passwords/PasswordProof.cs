using Layar.Identity.Accounts;
using Layar.Identity.SignIn;
using Layar.Kernel.Outcomes;

namespace Layar.Identity.Passwords;

/// <summary>Asks again for the password before something that would outlast a borrowed session; five tries as at sign-in.</summary>
internal sealed class PasswordProof(PasswordCheck passwords, SignInLimit limit)
{
    public async Task<Outcome> Ask(StaffAccount account, string password, string field, CancellationToken stop)
    {
        var counted = new[] { limit.Proof(account.Id.Value) };
        if ((await limit.Take(counted, stop)).Wait is { } rest) return new Refusal(SignInHandler.Resting, null, Math.Ceiling(rest.TotalMinutes));
        if (!await passwords.Matches(account, password, stop)) return new Refusal("identity.password.wrong", field);
        await limit.GiveBack(counted, stop);
        return Outcome.Success;
    }
}
