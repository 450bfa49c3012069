using Layar.Areas.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits.Merging;
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
internal sealed class SaveGroup(AppDb db, Change change, VisitAtHand hand, FieldBooks books, ActRecorder acts, IAreas areas, TimeProvider time)
{
    public const string Conflict = "visits.refused.conflict";

    public Task<Outcome> Handle(Filling wanted, StaffMember member, CancellationToken stop) => change.RunAnew(async () =>
    {
        if (!(await hand.Take(wanted.Number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        var (file, visit) = taken;
        var book = await books.Open(visit, stop);
        var (version, answers) = book.Group(wanted.Group);
        if (version != wanted.Seen && Differing(answers, wanted.Answers).Any()) return new Refusal(Conflict);
        Keep(book, wanted, answers, new(member, time.GetUtcNow().UtcDateTime));
        visit.Version++;
        await Photos(visit, wanted, member, stop);
        if (wanted.Position is { } position) visit.StandAt(position, areas.Find(file.Area));
        await acts.Record(file.Id.Value, "VisitDraftSaved", member.As([Roles.Supervisor, Roles.DistrictWorker, Roles.Companion]), stop, after: new { group = wanted.Group }, touched: [visit.Id.Value]);
        return Outcome.Success;
    }, stop);

    /// <summary>Codes answered otherwise by somebody else; an empty answer of one side counts too.</summary>
    public static IEnumerable<string> Differing(IReadOnlyDictionary<string, string[]> stored, IReadOnlyDictionary<string, string[]> typed) =>
        typed.Where(t => !(stored.GetValueOrDefault(t.Key) ?? []).SequenceEqual(t.Value)).Select(t => t.Key);

    /// <summary>Each answer that changed becomes a version of its own, so that a phone knows over what it writes.</summary>
    private static void Keep(FieldBook book, Filling wanted, IReadOnlyDictionary<string, string[]> stored, Hand writer)
    {
        foreach (var code in Differing(stored, wanted.Answers).ToList())
            book.Write(Guid.CreateVersion7(writer.Now), code, wanted.Answers[code], book.Version(code), ChangeState.Applied, writer);
        book.Close(writer);
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
}
