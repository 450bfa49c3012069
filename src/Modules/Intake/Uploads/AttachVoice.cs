using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Voices;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Uploads;

/// <summary>The voice note that followed its report, by its content and without author and device in it.</summary>
internal sealed class AttachVoice(AppDb db, IFileStore files, ActRecorder acts, OutboxWriter outbox, TimeProvider time)
{
    /// <returns>what to do inside the change; refused when it is no recording</returns>
    public async Task<Outcome<Func<Task<Outcome>>>> Store(ReportUpload upload, byte[] bytes)
    {
        if (!VoiceRules.Clean(bytes).TryGet(out var voice, out var refusal)) return refusal;
        var file = await files.Put(voice.Bytes, voice.MediaType, "suara" + voice.Extension, CancellationToken.None);
        return (Func<Task<Outcome>>)(() => Attach(upload, new StoredVoice(file, voice.Seconds())));
    }

    private async Task<Outcome> Attach(ReportUpload upload, StoredVoice sound)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var came = await db.Set<ReportVoice>().Where(v => v.ReportId == upload.ReportId && v.CameAt == null).ExecuteUpdateAsync(v => v
            .SetProperty(x => x.FileId, sound.File.Id).SetProperty(x => x.Sha256, sound.File.Sha256).SetProperty(x => x.Seconds, sound.Seconds).SetProperty(x => x.CameAt, now));
        var voice = await db.Set<ReportVoice>().AsNoTracking().FirstAsync(v => v.ReportId == upload.ReportId);
        if (came == 0) return voice.Sha256.AsSpan().SequenceEqual(sound.File.Sha256) ? Outcome.Success : new Refusal(AttachUpload.Another);
        var report = await db.Set<Report>().AsNoTracking().FirstAsync(r => r.Id == upload.ReportId);
        db.Add(sound.File);
        await acts.Record(report.CaseId.Value, "ReporterVoiceCame", Actor.Citizen, CancellationToken.None, touched: [report.Id.Value, voice.Id.Value]);
        outbox.Publish(new ReportExtended(report.Id.Value, report.CaseId.Value, 0));
        return Outcome.Success;
    }
}
