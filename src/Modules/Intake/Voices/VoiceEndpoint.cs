using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Voices;

/// <summary><c>/petugas/suara/{id}</c>: the sound of a voice note, for who may see its case; each opening is written down.</summary>
internal static class VoiceEndpoint
{
    public static void MapVoices(this IEndpointRouteBuilder app) =>
        app.MapGet("/petugas/suara/{id:guid}", Get).WithMetadata(new StaffPageAttribute()).ExcludeFromDescription();

    private static async Task<IResult> Get(Guid id, HttpContext http, AppDb db, VoicesOfReports voices, ICurrentStaff staff, IFileStore files, ReadLog log, CancellationToken stop)
    {
        if (await voices.Find(id, staff.Required, stop) is not { Voice.FileId: { } fileId } found) return Results.NotFound();
        var file = await db.Set<StoredFile>().AsNoTracking().FirstAsync(f => f.Id == fileId, stop);
        await log.Opened(staff.Required.As(Roles.All), "voice", found.Voice.Id.Value, "Mendengar suara pelapor", stop);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; media-src 'self'; sandbox";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{file.Name}\"";
        return Results.Bytes(await files.Get(file, stop), file.MediaType);
    }
}
