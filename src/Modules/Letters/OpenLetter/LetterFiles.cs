using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.OpenLetter;

/// <summary>The preview, the files of a letter and the proofs of its handover; every opening is written down.</summary>
internal static class LetterFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var letters = app.MapGroup("/petugas/surat/{id:guid}").RequireAuthorization(new StaffPageAttribute([.. LetterAccess.Readers.Split(','), Roles.CallCentre, Roles.VillageDesk]));
        letters.MapGet("/pratinjau", Preview);
        letters.MapGet("/berkas", (Guid id, Opening opening, HttpContext http, CancellationToken stop) => opening.Send(id, l => l.FileId, "unduh", http, stop));
        letters.MapGet("/cetak", (Guid id, Opening opening, HttpContext http, CancellationToken stop) => opening.Send(id, l => l.PrintFileId, "cetak", http, stop));
        letters.MapGet("/serah-terima/tanda-tangan", (Guid id, Opening opening, HttpContext http, CancellationToken stop) => opening.SendProof(id, h => h.SignatureFileId, http, stop));
        letters.MapGet("/serah-terima/foto", (Guid id, Opening opening, HttpContext http, CancellationToken stop) => opening.SendProof(id, h => h.PhotoFileId, http, stop));
    }

    private static async Task<IResult> Preview(Guid id, Opening opening, HttpContext http, CancellationToken stop)
    {
        if (await opening.Seen(id, "pratinjau", stop) is not { } letter) return Results.NotFound();
        var preview = opening.Preview(letter);
        http.Response.Headers.ContentSecurityPolicy = preview.ContentSecurityPolicy;
        return Results.Content(preview.Html, "text/html; charset=utf-8");
    }

    /// <summary>Finds what is asked for, for an officer who may see it, and writes down that it was opened.</summary>
    internal sealed class Opening(AppDb db, LetterAccess access, LetterVault vault, LetterPress press, IFileStore files, ReadLog log, ICurrentStaff staff)
    {
        public LetterPreview Preview(Letter letter) => press.Preview(vault.Open(letter));

        public async Task<Letter?> Seen(Guid id, string purpose, CancellationToken stop)
        {
            if (await access.Find(new LetterId(id), staff.Required, stop) is not { } seen) return null;
            await log.Opened(staff.Required.As(Roles.All), "letter", id, purpose, stop);
            return seen.Letter;
        }

        public async Task<IResult> Send(Guid id, Func<Letter, StoredFileId?> which, string purpose, HttpContext http, CancellationToken stop) =>
            await Seen(id, purpose, stop) is { } letter ? await File(which(letter), http, stop) : Results.NotFound();

        public async Task<IResult> SendProof(Guid id, Func<Handover, StoredFileId?> which, HttpContext http, CancellationToken stop)
        {
            if (await Seen(id, "bukti serah terima", stop) is not { } letter) return Results.NotFound();
            return await db.Set<Handover>().AsNoTracking().FirstOrDefaultAsync(h => h.LetterId == letter.Id, stop) is { } handover
                ? await File(which(handover), http, stop)
                : Results.NotFound();
        }

        private async Task<IResult> File(StoredFileId? id, HttpContext http, CancellationToken stop)
        {
            if (id is null || await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop) is not { } file) return Results.NotFound();
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return Results.File(await files.Get(file, stop), file.MediaType, file.Name);
        }
    }
}
