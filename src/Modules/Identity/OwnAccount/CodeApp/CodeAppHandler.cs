using Layar.Identity.Accounts;
using Layar.Identity.Passwords;
using Layar.Identity.SecondFactor;
using Layar.Identity.Sessions;
using Layar.Identity.SignIn;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Layar.Identity.OwnAccount.CodeApp;

/// <summary>Turns the second factor of one's own account on and off.</summary>
internal sealed class CodeAppHandler(
    UserManager<StaffAccount> users, StaffStore store, PasswordProof proof, SignInLimit limit, SessionEnder sessions, Change change, ActRecorder acts, Installation installation)
{
    private const int Codes = 10;

    /// <summary>Makes the secret the app has to learn; nothing is on until a code proves that it did.</summary>
    public Task<Outcome> Begin(StaffAccount account, CancellationToken stop) => change.Run(async () =>
    {
        if (account.TotpOn) return new Refusal("identity.app.already");
        // Of two windows that begin, the code of the later app counts.
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await store.SetAuthenticatorKeyAsync(account, Totp.NewSecret(), stop);
        return Outcome.Success;
    }, stop);

    public async Task<Outcome<IReadOnlyList<string>>> Confirm(StaffAccount account, SignedInStaff me, string code, CancellationToken stop)
    {
        var counted = new[] { limit.Code(account.Id.Value) };
        if ((await limit.Take(counted, stop)).Wait is { } rest) return new Refusal(SignInHandler.Resting, null, Math.Ceiling(rest.TotalMinutes));
        var outcome = await change.Run<IReadOnlyList<string>>(async () =>
        {
            var plain = code.Replace(" ", "", StringComparison.Ordinal);
            if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, plain)) return new Refusal("identity.code.wrong", "Code");
            await users.SetTwoFactorEnabledAsync(account, true);
            var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes);
            await sessions.EndAll(account.Id, me.Session, stop);
            await acts.Record(account.Id.Value, "SecondFactorTurnedOn", me.Actor, stop);
            return codes!.ToList();
        }, stop);
        if (outcome.IsDone) await limit.GiveBack(counted, stop);
        sessions.Announce();
        return outcome;
    }

    public async Task<Outcome<IReadOnlyList<string>>> NewCodes(StaffAccount account, SignedInStaff me, string password, CancellationToken stop)
    {
        if ((await proof.Ask(account, password, "Password", stop)).Refusal is { } refusal) return refusal;
        return await change.Run<IReadOnlyList<string>>(async () =>
        {
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes);
            await acts.Record(account.Id.Value, "RecoveryCodesMade", me.Actor, stop);
            return codes!.ToList();
        }, stop);
    }

    public async Task<Outcome> TurnOff(StaffAccount account, SignedInStaff me, string password, CancellationToken stop)
    {
        if (!installation.Demo && SecondFactorRule.Asks(me.Member) && (await users.GetPasskeysAsync(account)).Count == 0) return new Refusal("identity.app.needed");
        if ((await proof.Ask(account, password, "Password", stop)).Refusal is { } refusal) return refusal;
        var outcome = await change.Run(async () =>
        {
            await Forget(account, stop);
            await acts.Record(account.Id.Value, "SecondFactorTurnedOff", me.Actor, stop);
            return Outcome.Success;
        }, stop);
        sessions.Announce();
        return outcome;
    }

    /// <summary>Secret and recovery codes go; inside a change.</summary>
    public async Task Forget(StaffAccount account, CancellationToken stop)
    {
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.TotpOn = false;
        account.TotpSecret = null;
        account.TotpStep = 0;
        await store.ReplaceCodesAsync(account, [], stop);
    }

}
