using System.Globalization;
using Layar.Cases.Completeness;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Layar.Cases.Visits.TakingAlong;

/// <summary>
/// <c>/petugas/lapangan/foto</c>: photos that a phone brings home, whole or in pieces (<c>start</c> and <c>bytes</c>, answered
/// with <c>at</c>, from where the phone goes on); the cookie and the origin of the request say whose they are.
/// </summary>
internal static class PhotoEndpoint
{
    private const long Room = 64 * 1024;

    public static void MapCarriedPhotos(this IEndpointRouteBuilder app)
    {
        var fillers = new StaffPageAttribute(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion);
        app.MapGet("/petugas/lapangan/foto", () => Results.Json(new { state = "unknown" }, statusCode: StatusCodes.Status409Conflict)).WithMetadata(fillers).ExcludeFromDescription();
        app.MapPost("/petugas/lapangan/foto", Post).WithMetadata(fillers, new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(IncomingFile.Largest + Room)).ExcludeFromDescription();
    }

    private static async Task<IResult> Post(HttpContext http, TakePhoto take, PhotoPieces pieces, IFieldDevices devices, ICurrentStaff staff, TextCatalogue texts, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType) return Results.Json(new { state = "unknown" }, statusCode: StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(stop);
        Guid Id(string name) => Guid.TryParse(form[name], out var id) ? id : Guid.Empty;
        if (await devices.Refused(Id("device"), http, staff.Required, stop) is { } no) return no;
        if (form.Files.GetFile("photo") is not { } file) return Results.Json(new { state = "unknown" }, statusCode: StatusCodes.Status400BadRequest);
        var sent = new SentPhoto(Id("id"), Id("visit"), form["question"].ToString(), file, Position.Read(form["lat"], form["lon"], form["accuracy"]));
        if (Piece(form, file) is not var (start, bytes)) return Answer(await take.Handle(sent, staff.Required, stop), texts);
        if ((await take.MayCome(sent, staff.Required, stop)).Refusal is { } early) return Answer(early, texts);
        if (!await take.Has(sent, stop))
        {
            var kept = await pieces.Keep(sent.Id, staff.Required, start, await Read(file, stop), stop);
            if (!kept.TryGet(out var reached, out var refusal)) return Answer(refusal, texts);
            if (reached < bytes) return Results.Json(new { at = reached });
            sent = sent with { File = Joined(await pieces.Whole(sent.Id, staff.Required, stop)) };
        }
        var outcome = await take.Handle(sent, staff.Required, stop);
        await pieces.Forget(sent.Id, staff.Required);
        return Answer(outcome, texts);
    }

    private static IResult Answer(Outcome outcome, TextCatalogue texts) => Results.Json(new { refused = outcome.Refusal is { } why ? texts[why.Code, [.. why.Args]] : null });

    /// <summary>Where the piece begins and how many bytes the photo has; null when it comes in one.</summary>
    private static (int Start, int Bytes)? Piece(IFormCollection form, IFormFile file)
    {
        int Number(string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var (start, bytes) = (Number("start"), Number("bytes"));
        return bytes > file.Length && bytes <= IncomingFile.Largest ? (start, bytes) : null;
    }

    private static async Task<byte[]> Read(IFormFile file, CancellationToken stop)
    {
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, stop);
        return memory.ToArray();
    }

    private static FormFile Joined(byte[] bytes) => new(new MemoryStream(bytes), 0, bytes.Length, "photo", "foto.jpg");
}
