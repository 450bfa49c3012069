using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Layar.Intake.OnPhone;

internal static class PhoneAddresses
{
    public static void MapPhone(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sw.js", (RequestDelegate)WorkerScript.Get).ExcludeFromDescription();
        app.MapGet("/app.webmanifest", (RequestDelegate)AppManifest.Get).ExcludeFromDescription();
        app.MapGet("/.well-known/assetlinks.json", (RequestDelegate)AssetLinks.Get).ExcludeFromDescription();
        app.MapPost(SharedIntoApp.Path, (RequestDelegate)SharedIntoApp.Take).ExcludeFromDescription();
    }
}
