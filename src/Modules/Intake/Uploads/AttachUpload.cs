using Layar.Intake.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Uploads;

/// <summary>Takes an upload that is whole for a photo or the voice note of its report.</summary>
internal sealed class AttachUpload(AppDb db, Change change, FieldCipher cipher, AttachPhoto photos, AttachVoice voices, UploadBook uploads, TimeProvider time)
{
    public const string Another = "intake.upload.another";

    // Two uploads of one report that become whole at once meet in its chain of acts, and one tries again.
    private const int Tries = 8;

    /// <returns>done, also when this content stood there before; refused when it is neither or another stands in its place: then the upload is gone</returns>
    public async Task<Outcome> Handle(ReportUpload upload)
    {
        if (upload.DoneAt is not null) return Outcome.Success;
        var bytes = await Bytes(upload);
        var stored = upload.IsVoice ? await voices.Store(upload, bytes) : await photos.Store(upload, bytes);
        if (!stored.TryGet(out var attach, out var refusal)) return await GiveUp(upload, refusal);
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await change.Run(() => Finish(upload, attach), CancellationToken.None);
            db.ChangeTracker.Clear();
            var why = outcome.Refusal?.Code;
            if (why == Another) return await GiveUp(upload, new Refusal(Another));
            if (why != Change.ChangedMeanwhile || attempt == Tries) return outcome;
        }
    }

    private async Task<Outcome> Finish(ReportUpload upload, Func<Task<Outcome>> attach)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var outcome = await attach();
        if (outcome.Refusal is not null) return outcome;
        await db.Set<ReportUpload>().Where(u => u.Id == upload.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.DoneAt, now));
        await db.Set<ReportUploadPiece>().Where(p => p.UploadId == upload.Id).ExecuteDeleteAsync();
        return Outcome.Success;
    }

    private async Task<Outcome> GiveUp(ReportUpload upload, Refusal why)
    {
        await uploads.Forget(upload.Id);
        return why;
    }

    private async Task<byte[]> Bytes(ReportUpload upload)
    {
        var whole = new byte[upload.Length];
        foreach (var piece in await db.Set<ReportUploadPiece>().AsNoTracking().Where(p => p.UploadId == upload.Id).OrderBy(p => p.Start).ToListAsync())
            cipher.OpenBytes(piece.SealedBytes, ReportUploadPiece.Column, piece.Id).CopyTo(whole, piece.Start);
        return whole;
    }
}
