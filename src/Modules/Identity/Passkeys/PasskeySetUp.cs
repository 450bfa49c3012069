using Layar.Identity.Accounts;
using Layar.Kernel.Installations;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Layar.Identity.Passkeys;

/// <summary>Passkeys of ASP.NET Core Identity: bound to our host name, always with fingerprint, face or PIN.</summary>
internal sealed class PasskeySetUp(Installation installation) : IConfigureOptions<IdentityPasskeyOptions>, IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        // The demo is opened as localhost or 127.0.0.1; elsewhere the name is fixed, whatever the request says.
        if (!installation.Demo) options.ServerDomain = new Uri(installation.PublicAddress).Host;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == Ours(context.HttpContext.Request));
        options.AuthenticatorTimeout = TimeSpan.FromMinutes(3);
    }

    /// <summary>The framework takes https only; a browser also allows passkeys on http://localhost, where the demo runs.</summary>
    private string Ours(HttpRequest request) =>
        installation.Demo ? $"{request.Scheme}://{request.Host}" : new Uri(installation.PublicAddress).GetLeftPart(UriPartial.Authority);

    /// <summary>The challenge under way, sealed by data protection, for some minutes.</summary>
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityConstants.TwoFactorUserIdScheme) return;
        options.Cookie.Name = installation.Demo ? "layar-kunci" : "__Host-layar-kunci";
        options.Cookie.SecurePolicy = installation.Demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.HttpOnly = true;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);
}
