using Microsoft.AspNetCore.Diagnostics;

namespace Layar.Host.Web;

/// <summary>
/// What changes something must come from our own pages: forms, and everything that carries a cookie. Browsers say where a
/// request began in Sec-Fetch-Site; old phones do not, there the Origin is compared when it is named. Antiforgery tokens
/// are asked for beside this.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public static readonly object Refused = new();

    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        // The page that explains the refusal is run with the method of the refused request.
        if (!Changes(request) || !Guarded(request) || Ours(request) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(context);
        context.Items[Refused] = true;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    /// <summary>A machine that sends JSON without a cookie acts for nobody and is not asked.</summary>
    private static bool Guarded(HttpRequest request) =>
        request.Headers.Cookie.Count > 0 || request.HasFormContentType || request.ContentType is null
        || request.ContentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static bool Ours(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "" => SameHost(request.Headers.Origin.ToString(), request.Host),
        "same-origin" or "none" => true,
        "same-site" => request.Headers["Sec-Fetch-Mode"] == "navigate",
        _ => false,
    };

    /// <summary>The scheme is not compared: behind a proxy that ends TLS it differs. "null" is what our own referrer policy makes of the origin of a form.</summary>
    private static bool SameHost(string origin, HostString host)
    {
        if (origin is "" or "null") return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Host.Equals(host.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
            && (host.Port is { } port ? from.Port == port : from.IsDefaultPort);
    }
}
