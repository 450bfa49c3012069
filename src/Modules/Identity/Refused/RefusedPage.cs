using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Layar.Identity.Refused;

/// <summary>Gives people who meet a closed door a page with status 403 instead of nothing.</summary>
internal static class RefusedPage
{
    public const string Path = "/petugas/tidak-berhak";

    public static void UseRefusedPage(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status403Forbidden || context.Response.HasStarted || !WantsPage(context.Request)) return;
        var (path, method, query) = (context.Request.Path, context.Request.Method, context.Request.QueryString);
        (context.Request.Path, context.Request.Method, context.Request.QueryString) = (Path, HttpMethods.Get, QueryString.Empty);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await next(context);
        (context.Request.Path, context.Request.Method, context.Request.QueryString) = (path, method, query);
    });

    private static bool WantsPage(HttpRequest request) =>
        request.Path != Path && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/unggah");
}
