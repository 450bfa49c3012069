using System.Security.Claims;
using System.Text.Encodings.Web;
using Layar.Identity.Contracts;
using Layar.Kernel.Installations;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Layar.Identity.Sessions;

/// <summary>
/// Turns the key in the cookie into the person and the roles in force now. While a new password or a second factor is
/// still owed, the person has no role at all, so nothing behind a role opens.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SessionBook book, SessionCookie cookie, SessionRenewal renewal, Installation installation, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Context) is not { } key) return AuthenticateResult.NoResult();
        var row = await book.Find(key, Context.RequestAborted);
        if (row is null || row.Session.Stage != SessionStage.Open) return AuthenticateResult.NoResult();
        book.Seen(row.Session.Id);
        var member = row.Member(Wita.Day(clock.GetUtcNow().UtcDateTime));
        if (!Response.HasStarted) await renewal.WhenRolesChanged(Context, row, member, key);
        var demand = Owed(row, member);
        var shown = demand == Demand.None ? member : member with { Roles = new HashSet<string>() };
        Context.Features.Set(new SignedInStaff(row.Session.Id, shown, demand));
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(shown), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (ForMachines()) Response.StatusCode = StatusCodes.Status401Unauthorized;
        else Response.Redirect(HttpMethods.IsGet(Request.Method)
            ? SignInAddress.SignIn(Request.GetEncodedPathAndQuery())
            : SignInAddress.SignIn(null));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var owed = Context.Features.Get<SignedInStaff>()?.Demand ?? Demand.None;
        if (owed == Demand.None || ForMachines()) Response.StatusCode = StatusCodes.Status403Forbidden;
        else Response.Redirect(owed == Demand.NewPassword ? "/petugas/pengaturan/sandi" : "/petugas/pengaturan/kode");
        return Task.CompletedTask;
    }

    private Demand Owed(SessionRow row, StaffMember member)
    {
        if (row.MustChangePassword) return Demand.NewPassword;
        return !installation.Demo && !row.SecondFactor && SecondFactorRule.Asks(member) ? Demand.SecondFactor : Demand.None;
    }

    private bool ForMachines() => Request.Path.StartsWithSegments("/api") || Request.Path.StartsWithSegments("/unggah");

    private static ClaimsPrincipal Principal(StaffMember member)
    {
        var identity = new ClaimsIdentity(Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, member.Id.Value.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, member.UserName));
        foreach (var role in member.Roles) identity.AddClaim(new Claim(ClaimTypes.Role, role));
        return new ClaimsPrincipal(identity);
    }
}
