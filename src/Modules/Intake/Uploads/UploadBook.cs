using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Intake.Voices;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Uploads;

/// <summary>Uploads as they are begun, grow, are found again and are given up.</summary>
internal sealed class UploadBook(AppDb db, Change change, FieldCipher cipher, KeyRing ring, ReportSecrets secrets, TimeProvider time)
{
    /// <summary>An upload that nobody goes on with is gone after two days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    /// <summary>Photos may follow their report for a week.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(7);

    public const string NoVoice = "intake.upload.no-voice";
    public const string NoRight = "intake.upload.right";
    public const string TooLate = "intake.upload.late";
    public const string TooMany = "intake.upload.many";
    public const string Moved = "intake.upload.moved";
    private const int MostOpen = 20;

    /// <returns>the secret of its address, and when it expires</returns>
    public async Task<Outcome<(string Address, DateTime ExpiresAt)>> Begin(Guid report, int seq, int length, string? right, CancellationToken stop)
    {
        var id = new ReportId(report);
        var known = await db.Set<Report>().Where(r => r.Id == id).Select(r => new { r.ReceivedAt, r.PhotosExpected }).FirstOrDefaultAsync(stop);
        if (known is null || !Same(right, secrets.For(id, secret: false).UploadSecret)) return new Refusal(NoRight);
        var now = time.GetUtcNow().UtcDateTime;
        if (known.ReceivedAt + Late < now) return new Refusal(TooLate);
        if (await NotAnnounced(id, seq, known.PhotosExpected, stop) is { } stranger) return stranger;
        if (seq == ReportUpload.Voice && length > VoiceRules.Largest) return VoiceRules.TooLarge;
        var open = db.Set<ReportUpload>().Where(u => u.ReportId == id && u.DoneAt == null && u.ExpiresAt > now);
        if (await open.CountAsync(stop) >= MostOpen && await Unused(open, seq) == 0) return new Refusal(TooMany);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var upload = new ReportUpload { Id = IdOf(secret)!.Value, ReportId = id, Seq = seq, Length = length, Received = 0, ExpiresAt = now + Kept };
        return await change.Run<(string, DateTime)>(() =>
        {
            db.Add(upload);
            return Task.FromResult<Outcome<(string, DateTime)>>((secret, upload.ExpiresAt));
        }, stop);
    }

    private async Task<Refusal?> NotAnnounced(ReportId id, int seq, int photos, CancellationToken stop)
    {
        if (seq == ReportUpload.Voice) return await db.Set<ReportVoice>().AnyAsync(v => v.ReportId == id, stop) ? null : new Refusal(NoVoice);
        return seq > photos || seq > ReportRules.MostPhotos ? new Refusal("intake.error.photos-many", null, ReportRules.MostPhotos) : null;
    }

    // On a line that loses answers the phone never hears where its first uploads are, and begins again.
    private async Task<int> Unused(IQueryable<ReportUpload> open, int seq)
    {
        var gone = 0;
        await change.Run(async () =>
        {
            gone = await open.Where(u => u.Seq == seq && u.Received == 0).ExecuteDeleteAsync();
            return Outcome.Success;
        }, CancellationToken.None);
        return gone;
    }

    public async Task<ReportUpload?> Find(string address, CancellationToken stop)
    {
        if (IdOf(address) is not { } id) return null;
        var now = time.GetUtcNow().UtcDateTime;
        return await db.Set<ReportUpload>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.ExpiresAt > now, stop);
    }

    /// <summary>Adds bytes at the end, durably. Refused when somebody else moved the end meanwhile.</summary>
    public async Task<Outcome> Append(ReportUploadId id, int start, ReadOnlyMemory<byte> bytes)
    {
        var name = Guid.CreateVersion7();
        var piece = new ReportUploadPiece { Id = name, UploadId = id, Start = start, SealedBytes = cipher.Seal(bytes.Span, ReportUploadPiece.Column, name) };
        var (end, expires) = (start + bytes.Length, time.GetUtcNow().UtcDateTime + Kept);
        // What has arrived is kept, also when the phone has lost its signal meanwhile.
        var outcome = await change.Run(async () =>
        {
            var grown = await db.Set<ReportUpload>().Where(u => u.Id == id && u.Received == start && u.DoneAt == null && u.Length >= end)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.Received, end).SetProperty(x => x.ExpiresAt, expires));
            if (grown == 0) return new Refusal(Moved);
            db.Add(piece);
            return Outcome.Success;
        }, CancellationToken.None);
        db.ChangeTracker.Clear();
        return outcome;
    }

    public Task<Outcome> Forget(ReportUploadId id) => change.Run(async () =>
    {
        await db.Set<ReportUploadPiece>().Where(p => p.UploadId == id).ExecuteDeleteAsync();
        await db.Set<ReportUpload>().Where(u => u.Id == id).ExecuteDeleteAsync();
        return Outcome.Success;
    }, CancellationToken.None);

    private ReportUploadId? IdOf(string address) =>
        address.Length == 32 ? new ReportUploadId(new Guid(ring.BlindIndex("report-upload", address), bigEndian: true)) : null;

    private static bool Same(string? given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), Encoding.UTF8.GetBytes(right));
}
