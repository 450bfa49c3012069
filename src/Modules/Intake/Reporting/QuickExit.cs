using Layar.Intake.Tracking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Reporting;

/// <summary>"Keluar cepat": the draft and the pass of this browser are gone before the neutral page opens.</summary>
internal static class QuickExit
{
    public static void MapQuickExit(this IEndpointRouteBuilder app) => app.MapGet("/keluar-cepat", async (HttpContext http) =>
    {
        await http.RequestServices.GetRequiredService<DraftBook>().Discard(http, CancellationToken.None);
        http.RequestServices.GetRequiredService<TrackingPass>().Take(http);
        return Results.Redirect("/cuaca");
    }).ExcludeFromDescription();
}
