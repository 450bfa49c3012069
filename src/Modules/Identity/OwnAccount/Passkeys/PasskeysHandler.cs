using Layar.Identity.Accounts;
using Layar.Identity.Sessions;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Layar.Identity.OwnAccount.Passkeys;

internal sealed class PasskeysHandler(
    UserManager<StaffAccount> users, SignInManager<StaffAccount> signIn, SessionBook book, Change change, ActRecorder acts, Installation installation)
{
    public const string Refused = "identity.passkey.refused";
    private const int Most = 10;

    public Task<string> Options(StaffAccount account) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.Value.ToString(), Name = account.UserName, DisplayName = account.Name });

    public async Task<Outcome> Register(StaffAccount account, SignedInStaff me, string credential, string? name, CancellationToken stop)
    {
        if (await Attest(credential) is not { Succeeded: true } proof || proof.UserEntity.Id != account.Id.Value.ToString()) return new Refusal(Refused);
        if ((await users.GetPasskeysAsync(account)).Count >= Most) return new Refusal("identity.passkeys.many", null, Most);
        proof.Passkey.Name = Name(name);
        var outcome = await change.Run(async () =>
        {
            if (!(await users.AddOrUpdatePasskeyAsync(account, proof.Passkey)).Succeeded) return new Refusal(Refused);
            await acts.Record(account.Id.Value, "PasskeyAdded", me.Actor, stop, after: new { name = proof.Passkey.Name });
            return Outcome.Success;
        }, stop);
        book.Forget();
        return outcome;
    }

    public async Task<Outcome> Remove(StaffAccount account, SignedInStaff me, byte[] id, CancellationToken stop)
    {
        var all = await users.GetPasskeysAsync(account);
        if (all.FirstOrDefault(p => p.CredentialId.AsSpan().SequenceEqual(id)) is not { } passkey) return Outcome.Success;
        if (!installation.Demo && SecondFactorRule.Asks(me.Member) && !account.TotpOn && all.Count == 1) return new Refusal("identity.app.needed");
        var outcome = await change.Run(async () =>
        {
            await users.RemovePasskeyAsync(account, id);
            await acts.Record(account.Id.Value, "PasskeyRemoved", me.Actor, stop, before: new { name = passkey.Name });
            return Outcome.Success;
        }, stop);
        book.Forget();
        return outcome;
    }

    private async Task<PasskeyAttestationResult?> Attest(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge of ours is under way in this browser.
            return null;
        }
    }

    private static string Name(string? name) => string.IsNullOrWhiteSpace(name) ? "Kunci sandi" : name.Trim() is { Length: > 60 } longer ? longer[..60] : name.Trim();
}
