using Layar.Areas.Contracts;
using Layar.Cases.Files;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.FillVisit;

/// <summary>One screen of the form as it was filled in.</summary>
/// <param name="Seen">version of the group when the screen was opened; 0 when it was empty</param>
/// <param name="Answers">every question that the screen showed, as typed</param>
internal sealed record Filling(
    string Number, string Group, int Seen, IReadOnlyDictionary<string, string[]> Answers, IReadOnlyList<(string Question, StoredFile File)> Photos,
    IReadOnlySet<Guid> Removed, Position? Position);

/// <summary>Keeps a draft of one group. Whatever was typed is kept, right or wrong; nobody's words are overwritten unseen.</summary>
internal sealed class SaveGroup(AppDb db, Change change, VisitAtHand hand, VisitReading reading, ActRecorder acts, IAreas areas, TimeProvider time)
{
    public const string Conflict = "visits.refused.conflict";

    public Task<Outcome> Handle(Filling wanted, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(wanted.Number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        var (file, visit) = taken;
        var stored = await db.Set<VisitGroup>().FirstOrDefaultAsync(g => g.VisitId == visit.Id && g.Code == wanted.Group, stop);
        var answers = stored is null ? [] : reading.Open(stored);
        if ((stored?.Version ?? 0) != wanted.Seen && Differing(answers, wanted.Answers).Any()) return new Refusal(Conflict);
        foreach (var (code, values) in wanted.Answers) answers[code] = values;
        Keep(visit, wanted, stored, answers, member);
        await Photos(visit, wanted, member, stop);
        if (wanted.Position is { } position) Stand(file, visit, position);
        await acts.Record(file.Id.Value, "VisitDraftSaved", member.As([Roles.Supervisor, Roles.DistrictWorker, Roles.Companion]), stop, after: new { group = wanted.Group }, touched: [visit.Id.Value]);
        return Outcome.Success;
    }, stop);

    /// <summary>Codes answered otherwise by somebody else; an empty answer of one side counts too.</summary>
    public static IEnumerable<string> Differing(IReadOnlyDictionary<string, string[]> stored, IReadOnlyDictionary<string, string[]> typed) =>
        typed.Where(t => !(stored.GetValueOrDefault(t.Key) ?? []).SequenceEqual(t.Value)).Select(t => t.Key);

    private void Keep(HomeVisit visit, Filling wanted, VisitGroup? stored, Dictionary<string, string[]> answers, StaffMember member)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (stored is null)
        {
            var id = new VisitGroupId(Guid.CreateVersion7(now));
            db.Add(new VisitGroup { Id = id, VisitId = visit.Id, Code = wanted.Group, SealedAnswers = reading.Seal(answers, id), SavedAt = now, SavedBy = member.Name, Version = 1 });
            return;
        }
        (stored.SealedAnswers, stored.SavedAt, stored.SavedBy) = (reading.Seal(answers, stored.Id), now, member.Name);
        stored.Version++;
    }

    private async Task Photos(HomeVisit visit, Filling wanted, StaffMember member, CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (wanted.Removed.Count > 0)
            foreach (var gone in await db.Set<VisitPhoto>().Where(p => p.VisitId == visit.Id && p.RemovedAt == null).ToListAsync(stop))
                if (wanted.Removed.Contains(gone.Id.Value)) gone.RemovedAt = now;
        foreach (var (question, file) in wanted.Photos)
        {
            db.Add(file);
            db.Add(new VisitPhoto
            {
                Id = new VisitPhotoId(Guid.CreateVersion7(now)), VisitId = visit.Id, Question = question, FileId = file.Id, TakenAt = now, TakenBy = member.Name,
                Lat = wanted.Position?.Lat, Lon = wanted.Position?.Lon, Accuracy = wanted.Position?.Accuracy,
            });
        }
    }

    private void Stand(CaseFile file, HomeVisit visit, Position position)
    {
        (visit.Lat, visit.Lon, visit.Accuracy) = (position.Lat, position.Lon, position.Accuracy);
        visit.MetresFromVillage = position.MetresTo(areas.Find(file.Area));
        visit.Version++;
    }
}
