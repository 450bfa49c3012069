using Layar.Cases.Completeness;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Layar.Cases.Visits.TakingAlong;

/// <summary><c>/petugas/lapangan/foto</c>: photos that a phone brings home; the cookie and the origin of the request say whose they are.</summary>
internal static class PhotoEndpoint
{
    private const long Room = 64 * 1024;

    public static void MapCarriedPhotos(this IEndpointRouteBuilder app)
    {
        var fillers = new StaffPageAttribute(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion);
        app.MapGet("/petugas/lapangan/foto", () => Results.Json(new { state = "unknown" }, statusCode: StatusCodes.Status409Conflict)).WithMetadata(fillers).ExcludeFromDescription();
        app.MapPost("/petugas/lapangan/foto", Post).WithMetadata(fillers, new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(IncomingFile.Largest + Room)).ExcludeFromDescription();
    }

    private static async Task<IResult> Post(HttpContext http, TakePhoto take, IFieldDevices devices, ICurrentStaff staff, TextCatalogue texts, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType) return Results.Json(new { state = "unknown" }, statusCode: StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(stop);
        Guid Id(string name) => Guid.TryParse(form[name], out var id) ? id : Guid.Empty;
        if (await devices.Refused(Id("device"), http, staff.Required, stop) is { } no) return no;
        if (form.Files.GetFile("photo") is not { } file) return Results.Json(new { state = "unknown" }, statusCode: StatusCodes.Status400BadRequest);
        var sent = new SentPhoto(Id("id"), Id("visit"), form["question"].ToString(), file, Position.Read(form["lat"], form["lon"], form["accuracy"]));
        var outcome = await take.Handle(sent, staff.Required, stop);
        return Results.Json(new { refused = outcome.Refusal is { } why ? texts[why.Code, [.. why.Args]] : null });
    }
}
