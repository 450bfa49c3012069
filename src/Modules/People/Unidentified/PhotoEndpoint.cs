using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.People.Persons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Unidentified;

/// <summary><c>/petugas/warga/{id}/foto/{foto}</c>: a photo of a person; each look is written down.</summary>
internal static class PhotoEndpoint
{
    public static void MapPersonPhotos(this IEndpointRouteBuilder app) =>
        app.MapGet("/petugas/warga/{id:guid}/foto/{foto:guid}", Get).WithMetadata(new StaffPageAttribute(PersonAccess.PhotoViewers)).ExcludeFromDescription();

    private static async Task<IResult> Get(Guid id, Guid foto, HttpContext http, AppDb db, PersonAtHand hand, ICurrentStaff staff, IFileStore files, ReadLog log, TextCatalogue texts, CancellationToken stop)
    {
        if (await hand.Find(new PersonId(id), staff.Required, stop) is not { } group) return Results.NotFound();
        var (photoId, ids) = (new PersonPhotoId(foto), group.Ids);
        var found = await (from photo in db.Set<PersonPhoto>()
                           join file in db.Set<StoredFile>() on photo.FileId equals file.Id
                           where photo.Id == photoId && ids.Contains(photo.PersonId)
                           select file).AsNoTracking().FirstOrDefaultAsync(stop);
        if (found is null) return Results.NotFound();
        await log.Opened(staff.Required.As(PersonAccess.PhotoViewers), "photo", foto, texts.Official("people.log.photo"), stop);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{found.Name}\"";
        return Results.Bytes(await files.Get(found, stop), found.MediaType);
    }
}
