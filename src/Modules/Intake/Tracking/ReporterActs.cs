using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Tracking;

/// <summary>What a reporter does with a report that was sent: answer, add, withdraw, reopen.</summary>
internal sealed class ReporterActs(
    AppDb db, Change change, ICaseProcess process, ActRecorder acts, OutboxWriter outbox, IPhotosOfCases cases, IFileStore files, FieldCipher cipher, ICatalogue catalogue,
    TimeProvider time, IServiceProvider services)
{
    private const int MostPhotosAltogether = 20;

    public async Task<Outcome> Answer(OpenQuestion question, string? reply, IFormFile? photo, CancellationToken stop)
    {
        if (services.GetService(typeof(ICaseQuestions)) is not ICaseQuestions questions) return Outcome.Success;
        StoredFile? stored = null;
        if (photo is { Length: > 0 })
        {
            var clean = await PhotoRules.Clean(photo, stop);
            if (!clean.TryGet(out var picture, out var refusal)) return refusal.At("Photo");
            stored = await Store(picture, 1, stop);
        }
        var words = PlainText.Of(reply);
        if (words is null && stored is null) return Missing(question.Kind);
        if (TooLong(words, "Reply") is { } longReply) return longReply;
        return await questions.AnswerAsReporter(question.Id, words, stored, stop);
    }

    public async Task<Outcome> Add(Report report, CaseId caseId, string? words, IReadOnlyList<IFormFile> photos, CancellationToken stop)
    {
        var text = PlainText.Of(words);
        var sent = photos.Where(f => f.Length > 0).ToList();
        if (text is null && sent.Count == 0) return new Refusal("intake.error.add", "Words");
        if (TooLong(text, "Words") is { } longWords) return longWords;
        // The places of photos that were announced and are still on their way stay free.
        var last = Math.Max(report.PhotosExpected, await db.Set<ReportPhoto>().Where(p => p.ReportId == report.Id).MaxAsync(p => (int?)p.Seq, stop) ?? 0);
        if (sent.Count > ReportRules.MostPhotos || last + sent.Count > MostPhotosAltogether) return new Refusal("intake.error.photos-many", "Files", ReportRules.MostPhotos);
        var stored = new List<StoredFile>();
        foreach (var photo in sent)
        {
            var clean = await PhotoRules.Clean(photo, stop);
            if (!clean.TryGet(out var picture, out var refusal)) return refusal.At("Files");
            stored.Add(await Store(picture, last + stored.Count + 1, stop));
        }
        return await change.Run(async () =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            var addition = new ReportAddition { Id = new(Guid.CreateVersion7(now)), ReportId = report.Id, AddedAt = now, PhotoCount = stored.Count };
            addition.SealedWords = cipher.Seal(text, ReportAddition.Column, addition.Id.Value);
            db.Add(addition);
            foreach (var file in stored)
            {
                db.Add(file);
                db.Add(new ReportPhoto { Id = new(Guid.CreateVersion7(now)), ReportId = report.Id, Seq = ++last, FileId = file.Id, Sha256 = file.Sha256, AddedAt = now });
            }
            if (stored.Count > 0) await cases.Came(report.CaseId, report.OriginalCaseId, stored.Count);
            await acts.Record(caseId.Value, "ReporterAddedInformation", Actor.Citizen, stop, after: new { photos = stored.Count, words = text is not null }, touched: [report.Id.Value, addition.Id.Value]);
            outbox.Publish(new ReportExtended(report.Id.Value, caseId.Value, stored.Count));
            return Outcome.Success;
        }, stop);
    }

    private static Refusal Missing(QuestionKind kind) => kind switch
    {
        QuestionKind.Photo => new("intake.error.answer-photo", "Photo"),
        QuestionKind.Choice => new("intake.error.answer-choice", "Reply"),
        _ => new("intake.error.answer", "Reply"),
    };

    private static Refusal? TooLong(string? words, string field) => words?.Length > ReportRules.LongestStory
        ? new("intake.error.words-long", field, ReportRules.LongestStory, words.Length - ReportRules.LongestStory) : null;

    public async Task<Outcome> Withdraw(CaseId id, string? reason, CancellationToken stop)
    {
        if (catalogue.Reasons(ReasonKind.Withdraw).All(r => r.Code != reason)) return new Refusal("intake.error.withdraw", "Reason");
        return await Do(id, CaseActKind.Withdraw, new CaseActDetail(ReasonCode: reason), stop);
    }

    public async Task<Outcome> Reopen(CaseId id, string? why, CancellationToken stop)
    {
        var words = PlainText.Of(why);
        if (words is null) return new Refusal("intake.error.reopen", "Why");
        if (TooLong(words, "Why") is { } longWhy) return longWhy;
        // The words may name people; the act holds only that there are some.
        var addition = new ReportAddition { Id = new(Guid.CreateVersion7()), ReportId = await ReportOf(id, stop), AddedAt = time.GetUtcNow().UtcDateTime, PhotoCount = 0 };
        addition.SealedWords = cipher.Seal(words, ReportAddition.Column, addition.Id.Value);
        return await change.Run(async () =>
        {
            db.Add(addition);
            var outcome = await process.DoAsReporter(id, CaseActKind.Reopen, new CaseActDetail(Touched: [addition.Id.Value]), stop);
            return outcome.Match<Outcome>(_ => Outcome.Success, refusal => refusal);
        }, stop);
    }

    private async Task<Outcome> Do(CaseId id, CaseActKind act, CaseActDetail detail, CancellationToken stop) =>
        await change.Run(async () => (await process.DoAsReporter(id, act, detail, stop)).Match<Outcome>(_ => Outcome.Success, why => why), stop);

    private Task<ReportId> ReportOf(CaseId id, CancellationToken stop) =>
        db.Set<Report>().Where(r => r.OriginalCaseId == id).Select(r => r.Id).FirstAsync(stop);

    private Task<StoredFile> Store(CleanPhoto photo, int place, CancellationToken stop) =>
        files.Put(photo.Bytes, photo.Facts.Kind.MediaType(), $"foto-{place}{photo.Facts.Kind.Extension()}", stop);
}
