using System.Globalization;
using Layar.Intake.Api;
using Layar.Intake.Submission;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Uploads;

/// <summary><c>/unggah</c>: photos and the voice note follow their report in pieces, by tus 1.0.0 with creation, expiration and termination.</summary>
internal static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/unggah", ["POST", "OPTIONS"], (RequestDelegate)(http => TusRequest.Verb(http.Request) == "POST" ? Create(http) : Offer(http))).ExcludeFromDescription();
        app.MapMethods("/unggah/{alamat}", ["HEAD", "PATCH", "DELETE", "POST", "OPTIONS"], (RequestDelegate)Continue).ExcludeFromDescription();
    }

    private static Task Offer(HttpContext http)
    {
        var headers = http.Response.Headers;
        (headers["Tus-Resumable"], headers["Tus-Version"], headers["Tus-Extension"]) = (TusRequest.Version, TusRequest.Version, TusRequest.Extensions);
        headers["Tus-Max-Size"] = PhotoRules.Largest.ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task Create(HttpContext http)
    {
        if (!await Speaks(http)) return;
        var length = TusRequest.Bytes(http.Request, "Upload-Length");
        if (length > PhotoRules.Largest)
        {
            http.Response.Headers["Tus-Max-Size"] = PhotoRules.Largest.ToString(CultureInfo.InvariantCulture);
            await Refuse(http, StatusCodes.Status413PayloadTooLarge, "intake.error.photo-size");
            return;
        }
        var metadata = TusRequest.Metadata(http.Request);
        if (length is not > 0 || !Guid.TryParse(metadata.GetValueOrDefault("report"), out var report) || !int.TryParse(metadata.GetValueOrDefault("seq"), NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            await Refuse(http, StatusCodes.Status400BadRequest, "intake.upload.headers");
            return;
        }
        var uploads = http.RequestServices.GetRequiredService<UploadBook>();
        var begun = await uploads.Begin(report, seq, (int)length.Value, TusRequest.Right(http.Request, metadata), CancellationToken.None);
        if (!begun.TryGet(out var place, out var refusal))
        {
            await Refuse(http, Status(refusal), refusal);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = "/unggah/" + place.Address;
        http.Response.Headers["Upload-Expires"] = place.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }

    private static async Task Continue(HttpContext http)
    {
        var verb = TusRequest.Verb(http.Request);
        if (verb == "OPTIONS")
        {
            await Offer(http);
            return;
        }
        if (!await Speaks(http)) return;
        var uploads = http.RequestServices.GetRequiredService<UploadBook>();
        if (await uploads.Find((string)http.Request.RouteValues["alamat"]!, CancellationToken.None) is not { } upload)
        {
            await Refuse(http, StatusCodes.Status404NotFound, "intake.upload.gone");
            return;
        }
        await (verb switch
        {
            "HEAD" => Tell(http, upload),
            "PATCH" => Receive(http, upload),
            "DELETE" => GiveUp(http, uploads, upload),
            _ => Refuse(http, StatusCodes.Status405MethodNotAllowed, "intake.upload.headers"),
        });
    }

    private static async Task Tell(HttpContext http, ReportUpload upload)
    {
        if (!await Finish(http, upload)) return;
        TusRequest.Says(http, upload);
    }

    private static async Task Receive(HttpContext http, ReportUpload upload)
    {
        if (http.Request.ContentType?.Split(';')[0].Trim().Equals(TusRequest.Piece, StringComparison.OrdinalIgnoreCase) is not true)
        {
            await Refuse(http, StatusCodes.Status415UnsupportedMediaType, "intake.upload.headers");
            return;
        }
        if (TusRequest.Bytes(http.Request, "Upload-Offset") != upload.Received)
        {
            TusRequest.Says(http, upload);
            await Refuse(http, StatusCodes.Status409Conflict, UploadBook.Moved);
            return;
        }
        var received = await http.RequestServices.GetRequiredService<ReceivePiece>().Handle(http, upload);
        if (!received.TryGet(out var end, out var refusal))
        {
            await Refuse(http, Status(refusal), refusal);
            return;
        }
        var grown = (await http.RequestServices.GetRequiredService<UploadBook>().Find((string)http.Request.RouteValues["alamat"]!, CancellationToken.None))!;
        if (end == upload.Length && !await Finish(http, grown)) return;
        TusRequest.Says(http, grown);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>A whole upload is answered for only when it stands with its report.</summary>
    private static async Task<bool> Finish(HttpContext http, ReportUpload upload)
    {
        if (upload.Received < upload.Length || upload.DoneAt is not null) return true;
        var done = await http.RequestServices.GetRequiredService<AttachUpload>().Handle(upload);
        if (done.Refusal is not { } refusal) return true;
        await Refuse(http, Status(refusal), refusal);
        return false;
    }

    private static async Task GiveUp(HttpContext http, UploadBook uploads, ReportUpload upload)
    {
        await uploads.Forget(upload.Id);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task<bool> Speaks(HttpContext http)
    {
        http.Response.Headers["Tus-Resumable"] = TusRequest.Version;
        if (http.Request.Headers["Tus-Resumable"] == TusRequest.Version) return true;
        http.Response.Headers["Tus-Version"] = TusRequest.Version;
        await Refuse(http, StatusCodes.Status412PreconditionFailed, "intake.upload.headers");
        return false;
    }

    private static int Status(Refusal refusal) => refusal.Code switch
    {
        UploadBook.NoRight => StatusCodes.Status403Forbidden,
        UploadBook.TooLate => StatusCodes.Status410Gone,
        UploadBook.TooMany => StatusCodes.Status429TooManyRequests,
        UploadBook.Moved or Kernel.Data.Change.ChangedMeanwhile => StatusCodes.Status409Conflict,
        ReceivePiece.TooLong or "intake.error.voice-size" => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static Task Refuse(HttpContext http, int status, string code) => Refuse(http, status, new Refusal(code));

    /// <summary>The answer to HEAD has no body; one that claims to be JSON is waited for in vain by phones with an app of before 24 November 2026.</summary>
    private static Task Refuse(HttpContext http, int status, Refusal refusal)
    {
        http.Response.StatusCode = status;
        return TusRequest.Verb(http.Request) == "HEAD" ? Task.CompletedTask : Explain(http, status, refusal);
    }

    private static Task Explain(HttpContext http, int status, Refusal refusal) =>
        Problem.Of(status, http.RequestServices.GetRequiredService<TextCatalogue>().Official(refusal.Code, [.. refusal.Args])).Write(http);
}
