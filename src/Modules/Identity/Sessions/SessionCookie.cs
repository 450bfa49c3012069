using System.Net;
using Layar.Kernel.Installations;
using Microsoft.AspNetCore.Http;

namespace Layar.Identity.Sessions;

/// <summary>Cookies of staff: bound to this host by the <c>__Host-</c> prefix; plain names only on http over loopback.</summary>
internal sealed class SessionCookie(Installation installation)
{
    private const string Session = "layar";

    public SessionKey? Read(HttpContext context) => SessionKey.Parse(Get(context, Session));

    public void Write(HttpContext context, SessionKey key) => Set(context, Session, key.Text, lifetime: null);

    public void Delete(HttpContext context) => context.Response.Cookies.Delete(Name(context, Session), Options(context, null));

    public string? Get(HttpContext context, string name) => context.Request.Cookies[Name(context, name)];

    /// <param name="lifetime">null for as long as the browser is open</param>
    public void Set(HttpContext context, string name, string value, TimeSpan? lifetime) =>
        context.Response.Cookies.Append(Name(context, name), value, Options(context, lifetime));

    /// <summary>True where the browser talks plain http to its own machine.</summary>
    public bool Plain(HttpContext context) =>
        !context.Request.IsHttps && IsLoopback(context.Request.Host.Host) && !installation.PublicAddress.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private string Name(HttpContext context, string name) => Plain(context) ? name : "__Host-" + name;

    private CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true, Secure = !Plain(context), SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = lifetime,
    };

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
