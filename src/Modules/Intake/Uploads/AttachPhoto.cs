using Layar.Cases.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Uploads;

/// <summary>Takes an upload that is whole for a photo of its report, by its content and without place and device in it.</summary>
internal sealed class AttachPhoto(
    AppDb db, Change change, FieldCipher cipher, IFileStore files, ActRecorder acts, OutboxWriter outbox, IPhotosOfCases cases, UploadBook uploads, TimeProvider time)
{
    public const string Another = "intake.upload.another";

    // Two photos of one report that become whole at once meet in its chain of acts, and one tries again.
    private const int Tries = 8;

    /// <returns>done, also when this photo stood there before; refused when it is no photo or another stands in its place: then the upload is gone</returns>
    public async Task<Outcome> Handle(ReportUpload upload)
    {
        if (upload.DoneAt is not null) return Outcome.Success;
        var clean = PhotoRules.Clean(await Bytes(upload));
        if (!clean.TryGet(out var photo, out var refusal)) return await GiveUp(upload, refusal);
        var kind = photo.Facts.Kind;
        var file = await files.Put(photo.Bytes, kind.MediaType(), $"foto-{upload.Seq}{kind.Extension()}", CancellationToken.None);
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await change.Run(() => Attach(upload, file), CancellationToken.None);
            db.ChangeTracker.Clear();
            var why = outcome.Refusal?.Code;
            if (why == Another) return await GiveUp(upload, new Refusal(Another));
            if (why != Change.ChangedMeanwhile || attempt == Tries) return outcome;
        }
    }

    private async Task<Outcome> Attach(ReportUpload upload, StoredFile file)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var before = await db.Set<ReportPhoto>().AsNoTracking().FirstOrDefaultAsync(p => p.ReportId == upload.ReportId && p.Seq == upload.Seq);
        if (before is not null && !before.Sha256.AsSpan().SequenceEqual(file.Sha256)) return new Refusal(Another);
        await db.Set<ReportUpload>().Where(u => u.Id == upload.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.DoneAt, now));
        await db.Set<ReportUploadPiece>().Where(p => p.UploadId == upload.Id).ExecuteDeleteAsync();
        if (before is not null) return Outcome.Success;
        var report = await db.Set<Report>().AsNoTracking().FirstAsync(r => r.Id == upload.ReportId);
        var photo = new ReportPhoto { Id = new(Guid.CreateVersion7(now)), ReportId = report.Id, Seq = upload.Seq, FileId = file.Id, Sha256 = file.Sha256, AddedAt = now };
        db.Add(file);
        db.Add(photo);
        await cases.Came(report.CaseId, report.OriginalCaseId, 1);
        await acts.Record(report.CaseId.Value, "ReporterPhotoCame", Actor.Citizen, CancellationToken.None, after: new { photo = upload.Seq }, touched: [report.Id.Value, photo.Id.Value]);
        outbox.Publish(new ReportExtended(report.Id.Value, report.CaseId.Value, 1));
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
