using Layar.Identity.Accounts;
using Layar.Identity.Sessions;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Layar.Identity.SignIn;

/// <summary>Signs in with a passkey: device and fingerprint are two factors, so no code follows, and no lock stands before it.</summary>
internal sealed class PasskeySignIn(SignInManager<StaffAccount> signIn, UserManager<StaffAccount> users, SessionOpener sessions, DeviceCookie devices, Change change)
{
    public const string Refused = "identity.passkey.refused";

    public Task<string> Options() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<Outcome> SignIn(HttpContext context, string credential, CancellationToken stop)
    {
        if (await Assert(credential) is not { Succeeded: true, User.Active: true } proof) return new Refusal(Refused);
        var counted = await change.Run(async () =>
        {
            var result = await users.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey);
            return result.Succeeded ? Outcome.Success : new Refusal(Refused);
        }, stop);
        if (!counted.IsDone) return counted;
        var opened = await sessions.Open(context, proof.User, "passkey", stop);
        if (opened.IsDone) await devices.Remember(context, proof.User.UserName, stop);
        return opened;
    }

    private async Task<PasskeyAssertionResult<StaffAccount>?> Assert(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge of ours is under way in this browser.
            return null;
        }
    }
}
