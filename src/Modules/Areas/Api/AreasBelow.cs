using Layar.Areas.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Layar.Areas.Api;

/// <summary><c>GET /api/wilayah?induk=63.11.02</c>: the areas one level below, by name.</summary>
internal static class AreasBelow
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/wilayah", Answer).AllowAnonymous().WithName("wilayah").WithTags("Wilayah").WithSummary("Areas directly below the one named by induk");

    private static IResult Answer(string? induk, IAreas areas, HttpResponse response)
    {
        var parent = areas.Find(induk);
        if (parent is null) return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "Wilayah tidak ditemukan");
        response.Headers.CacheControl = "public, max-age=3600";
        return Results.Json(areas.Below(parent.Code).Select(a => new { code = a.Code, name = a.Name, kind = a.Kind, parent = a.ParentCode, lat = a.Lat, lon = a.Lon }));
    }
}
