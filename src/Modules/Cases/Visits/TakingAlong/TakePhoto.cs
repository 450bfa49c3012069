using Layar.Areas.Contracts;
using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.TakingAlong;

/// <param name="Id">made on the phone; the same again changes nothing</param>
/// <param name="Place">where the phone was when it was taken</param>
internal sealed record SentPhoto(Guid Id, Guid Visit, string Question, IFormFile File, Position? Place);

/// <summary>A photo that a phone took in the field, one at a time.</summary>
internal sealed class TakePhoto(AppDb db, Change change, VisitAtHand hand, IncomingFile incoming, ICatalogue catalogue, IAreas areas, ActRecorder acts, TimeProvider time)
{
    private static readonly string[] Fillers = [Roles.Supervisor, Roles.DistrictWorker, Roles.Companion];

    public async Task<Outcome> Handle(SentPhoto sent, StaffMember member, CancellationToken stop)
    {
        if (await Known(sent, stop) is { } known) return known.VisitId.Value == sent.Visit ? Outcome.Success : CaseAtHand.NotFound;
        if (!(await Open(sent, member, stop)).TryGet(out _, out var refusal)) return refusal;
        if (!(await incoming.Take(sent.File, photoOnly: true, stop)).TryGet(out var stored, out refusal)) return refusal;
        // Making it small takes a while: meanwhile the visit may have been recorded.
        return await change.RunAnew(async () => (await Open(sent, member, stop)).TryGet(out var taken, out var gone) ? await Keep(sent, taken, stored, member, stop) : gone, stop);
    }

    /// <summary>Asked before the pieces of a photo are kept.</summary>
    public async Task<Outcome> MayCome(SentPhoto sent, StaffMember member, CancellationToken stop) =>
        await Known(sent, stop) is null && (await Open(sent, member, stop)).Refusal is { } why ? why : Outcome.Success;

    public async Task<bool> Has(SentPhoto sent, CancellationToken stop) => await Known(sent, stop) is not null;

    private Task<VisitPhoto?> Known(SentPhoto sent, CancellationToken stop)
    {
        var photo = new VisitPhotoId(sent.Id);
        return db.Set<VisitPhoto>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == photo, stop);
    }

    private async Task<Outcome<(CaseFile File, HomeVisit Visit)>> Open(SentPhoto sent, StaffMember member, CancellationToken stop)
    {
        var id = new HomeVisitId(sent.Visit);
        var number = await db.Set<HomeVisit>().Where(v => v.Id == id).Join(db.Set<CaseFile>(), v => v.CaseId, c => c.Id, (v, c) => c.Number).FirstOrDefaultAsync(stop);
        if (number is null || sent.Id == Guid.Empty) return CaseAtHand.NotFound;
        if (!(await hand.Take(number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        var asked = catalogue.AssessmentForm(taken.Visit.FormVersion)!.Questions.Any(q => q.Code == sent.Question && q.Type == QuestionType.Photo);
        return taken.Visit.Id == id && asked ? taken : CaseAtHand.NotFound;
    }

    private async Task<Outcome> Keep(SentPhoto sent, (CaseFile File, HomeVisit Visit) taken, StoredFile stored, StaffMember member, CancellationToken stop)
    {
        db.Add(stored);
        taken.Visit.Version++;
        // Where the first photo was taken the visitor stood, unless he said so himself.
        if (taken.Visit.Lat is null && sent.Place is { } place) taken.Visit.StandAt(place, areas.Find(taken.File.Area));
        db.Add(new VisitPhoto
        {
            Id = new(sent.Id), VisitId = taken.Visit.Id, Question = sent.Question, FileId = stored.Id, TakenAt = time.GetUtcNow().UtcDateTime, TakenBy = member.Name,
            Lat = sent.Place?.Lat, Lon = sent.Place?.Lon, Accuracy = sent.Place?.Accuracy,
        });
        await acts.Record(taken.File.Id.Value, "VisitPhotoSent", member.As(Fillers), stop, after: new { question = sent.Question, located = sent.Place is not null }, touched: [taken.Visit.Id.Value, sent.Id]);
        return Outcome.Success;
    }
}
