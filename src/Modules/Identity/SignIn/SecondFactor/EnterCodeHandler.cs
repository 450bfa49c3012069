using Layar.Identity.Accounts;
using Layar.Identity.Sessions;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Layar.Identity.SignIn.SecondFactor;

/// <summary>The code of the app, or one of the recovery codes, after the password.</summary>
internal sealed class EnterCodeHandler(
    UserManager<StaffAccount> users, SignInLimit limit, SessionBook book, SessionCookie cookie, SessionOpener sessions, DeviceCookie devices,
    Change change, ActRecorder acts)
{
    public const string Wrong = "identity.code.wrong";
    public const string Over = "identity.code.over";

    /// <summary>Whose code this browser still owes; null when there is no password before it or it is too long ago.</summary>
    public async Task<StaffAccount?> Waiting(HttpContext context, CancellationToken stop)
    {
        if (cookie.Read(context) is not { } key) return null;
        var row = await book.Find(key, stop);
        return row?.Session.Stage == SessionStage.AwaitingCode ? await users.FindByIdAsync(row.Session.AccountId.Value.ToString()) : null;
    }

    public async Task<Outcome> Enter(HttpContext context, string code, CancellationToken stop)
    {
        if (await Waiting(context, stop) is not { Active: true } account) return new Refusal(Over);
        var counted = new[] { limit.Code(account.Id.Value) };
        var (_, wait) = await limit.Take(counted, stop);
        if (wait is { } rest) return new Refusal(SignInHandler.Resting, null, Math.Ceiling(rest.TotalMinutes));
        if (await Accepted(account, code, stop) is not { } method) return new Refusal(Wrong, "Code");
        await limit.GiveBack(counted, stop);
        var opened = await sessions.Open(context, account, method, stop);
        if (opened.IsDone) await devices.Remember(context, account.UserName, stop);
        return opened;
    }

    private async Task<string?> Accepted(StaffAccount account, string code, CancellationToken stop)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (plain.Length == 6 && plain.All(char.IsAsciiDigit))
            return await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, plain) ? "password, code" : null;
        var redeemed = await change.Run(async () =>
        {
            var result = await users.RedeemTwoFactorRecoveryCodeAsync(account, plain);
            if (!result.Succeeded) return new Refusal(Wrong);
            await acts.Record(account.Id.Value, "RecoveryCodeUsed", new Actor(account.Id.Value, account.Name, "petugas"), stop);
            return Outcome.Success;
        }, stop);
        return redeemed.IsDone ? "password, recovery code" : null;
    }
}
