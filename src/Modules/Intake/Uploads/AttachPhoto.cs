using Layar.Cases.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Uploads;

/// <summary>A photo that followed its report, by its content and without place and device in it.</summary>
internal sealed class AttachPhoto(AppDb db, IFileStore files, ActRecorder acts, OutboxWriter outbox, IPhotosOfCases cases, TimeProvider time)
{
    /// <returns>what to do inside the change; refused when it is no photo</returns>
    public async Task<Outcome<Func<Task<Outcome>>>> Store(ReportUpload upload, byte[] bytes)
    {
        if (!PhotoRules.Clean(bytes).TryGet(out var photo, out var refusal)) return refusal;
        var kind = photo.Facts.Kind;
        var file = await files.Put(photo.Bytes, kind.MediaType(), $"foto-{upload.Seq}{kind.Extension()}", CancellationToken.None);
        return (Func<Task<Outcome>>)(() => Attach(upload, file));
    }

    private async Task<Outcome> Attach(ReportUpload upload, StoredFile file)
    {
        var before = await db.Set<ReportPhoto>().AsNoTracking().FirstOrDefaultAsync(p => p.ReportId == upload.ReportId && p.Seq == upload.Seq);
        if (before is not null) return before.Sha256.AsSpan().SequenceEqual(file.Sha256) ? Outcome.Success : new Refusal(AttachUpload.Another);
        var now = time.GetUtcNow().UtcDateTime;
        var report = await db.Set<Report>().AsNoTracking().FirstAsync(r => r.Id == upload.ReportId);
        var photo = new ReportPhoto { Id = new(Guid.CreateVersion7(now)), ReportId = report.Id, Seq = upload.Seq, FileId = file.Id, Sha256 = file.Sha256, AddedAt = now };
        db.Add(file);
        db.Add(photo);
        await cases.Came(report.CaseId, report.OriginalCaseId, 1);
        await acts.Record(report.CaseId.Value, "ReporterPhotoCame", Actor.Citizen, CancellationToken.None, after: new { photo = upload.Seq }, touched: [report.Id.Value, photo.Id.Value]);
        outbox.Publish(new ReportExtended(report.Id.Value, report.CaseId.Value, 1));
        return Outcome.Success;
    }
}
