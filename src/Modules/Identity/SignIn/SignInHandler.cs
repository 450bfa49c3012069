using Layar.Identity.Accounts;
using Layar.Identity.Passwords;
using Layar.Identity.Sessions;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.SignIn;

/// <summary>How far a right password leads.</summary>
internal enum SignInStep { Open, CodeNext }

/// <summary>User name and password. Every refusal reads the same, whichever of the two was wrong.</summary>
internal sealed class SignInHandler(
    AppDb db, PasswordCheck passwords, SignInLimit limit, DeviceCookie devices, SessionOpener sessions, Change change, ActRecorder acts)
{
    public const string Wrong = "identity.sign-in.wrong";
    public const string Resting = "identity.sign-in.resting";

    public async Task<Outcome<SignInStep>> SignIn(HttpContext context, string userName, string password, CancellationToken stop)
    {
        userName = userName.Trim().ToLowerInvariant();
        var counted = await Counted(context, userName, stop);
        var (tries, rest) = await limit.Take(counted, stop);
        var account = await db.Set<StaffAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.UserName == userName, stop);
        if (rest is { } wait)
        {
            if (account is not null && tries == SignInLimit.Few + 1) await RecordRest(account, stop);
            return new Refusal(Resting, null, Math.Ceiling(wait.TotalMinutes));
        }
        if (!await passwords.Matches(account, password, stop))
        {
            await Task.Delay(Pause(tries), stop);
            return new Refusal(Wrong);
        }
        await limit.GiveBack(counted, stop);
        return await GoOn(context, account!, stop);
    }

    private async Task<Outcome<SignInStep>> GoOn(HttpContext context, StaffAccount account, CancellationToken stop)
    {
        if (account.TotpOn)
        {
            await sessions.AwaitCode(context, account, stop);
            return SignInStep.CodeNext;
        }
        var opened = await sessions.Open(context, account, "password", stop);
        if (opened.IsDone) await devices.Remember(context, account.UserName, stop);
        return opened.Match<Outcome<SignInStep>>(() => SignInStep.Open, why => why);
    }

    private async Task<IReadOnlyList<Counted>> Counted(HttpContext context, string userName, CancellationToken stop)
    {
        var address = context.Connection.RemoteIpAddress;
        return await devices.KnownTo(context, userName, stop) is { } device
            ? [limit.OnDevice(userName, device)]
            : [limit.AtAddress(userName, address), limit.Address(address)];
    }

    /// <summary>From the third failure on each answer takes longer.</summary>
    internal static TimeSpan Pause(int tries) => tries < 3 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(250 << Math.Min(tries - 3, 4));

    private Task<Outcome> RecordRest(StaffAccount account, CancellationToken stop) => change.Run(async () =>
    {
        await acts.Record(account.Id.Value, "SignInHeld", Actor.System, stop);
        return Outcome.Success;
    }, stop);
}
