using Layar.Areas.Contracts;
using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.Merging;

/// <summary>One answer as a phone sends it.</summary>
/// <param name="Id">made on the phone</param>
/// <param name="Base">version of the answer that the phone had when it was typed over</param>
/// <param name="After">an earlier change of this phone to the same question, of which it had no answer yet; then that one's version is the base</param>
/// <param name="SaidAt">clock of the phone</param>
/// <param name="Settles">a conflict of this phone that the officer has decided with this answer, having seen both</param>
internal sealed record SentChange(Guid Id, string Question, string[] Value, int Base, Guid? After, DateTime? SaidAt, Guid? Settles = null);

/// <summary>Changes of one visit, in the order in which they were typed.</summary>
internal sealed record SentVisit(Guid Visit, IReadOnlyList<SentChange> Changes, Position? Place = null, Guid? Device = null);

/// <summary>What became of one change.</summary>
/// <param name="Result">applied, repeated, conflict, late or unknown</param>
/// <param name="State">where it stands now; what is repeated may have been settled meanwhile</param>
/// <param name="Version">version of the answer that counts now</param>
/// <param name="Own">version of the change itself, or the one it was given over</param>
/// <param name="Theirs">what counts now, when that is something else</param>
internal sealed record ChangeAnswer(Guid Id, string Result, string State, int Version, int Own, string[]? Theirs = null, string[]? Before = null, string? Who = null, DateTime? When = null);

/// <summary>Takes in what a phone changed of a visit: each answer by itself, with the version over which it was given.</summary>
internal sealed class TakeChanges(AppDb db, Change change, VisitAtHand hand, FieldBooks books, ActRecorder acts, IAreas areas, TimeProvider time)
{
    public const int MostChanges = 400;
    public const int LongestValue = 5000;
    private static readonly string[] Fillers = [Roles.Supervisor, Roles.DistrictWorker, Roles.Companion];

    public async Task<Outcome<IReadOnlyList<ChangeAnswer>>> Handle(SentVisit sent, StaffMember member, CancellationToken stop)
    {
        if (sent.Changes.Count > MostChanges || sent.Changes.Any(c => c.Id == Guid.Empty || c.Value.Sum(v => v.Length) > LongestValue)) return new Refusal("visits.refused.sent");
        // Two phones at once on one group: whoever came second is read anew over what the first one left.
        return await change.RunAnew(() => Take(sent, member, stop), stop);
    }

    private async Task<Outcome<IReadOnlyList<ChangeAnswer>>> Take(SentVisit sent, StaffMember member, CancellationToken stop)
    {
        var id = new HomeVisitId(sent.Visit);
        if (await db.Set<HomeVisit>().FirstOrDefaultAsync(v => v.Id == id, stop) is not { } visit) return CaseAtHand.NotFound;
        var file = await db.Set<CaseFile>().AsNoTracking().FirstAsync(c => c.Id == visit.CaseId, stop);
        if (!await hand.MaySend(file, visit, member, stop)) return CaseAtHand.NotFound;
        var open = file.Step == CaseStep.VisitScheduled && visit.State == VisitState.Scheduled;
        var (book, writer) = (await books.Open(visit, stop), new Hand(member, time.GetUtcNow().UtcDateTime, sent.Device));
        var known = book.Changes.Count;
        List<ChangeAnswer> answers = [.. sent.Changes.Select(c => One(book, c, writer, open))];
        if (open && sent.Place is { } place) visit.StandAt(place, areas.Find(file.Area));
        book.Close(writer);
        if (open && book.Changes.Count > known) visit.Version++;
        if (book.Changes.Count > known) await Record(file, visit, book.Changes.Skip(known), member, stop);
        return answers;
    }

    private static ChangeAnswer One(FieldBook book, SentChange sent, Hand hand, bool open)
    {
        if (book.Find(sent.Id) is { } before) return Answer(book, before, "repeated");
        if (book.Question(sent.Question) is null) return new(sent.Id, "unknown", "unknown", 0, 0);
        var earlier = sent.After is { } after ? book.Find(after) : null;
        var seen = earlier is { Question: var question } && question == sent.Question ? earlier.Version ?? earlier.Base : sent.Base;
        var state = open ? FieldMerge.Decide(seen, book.Version(sent.Question), sent.Value, book.Stored(sent.Question)) : ChangeState.Late;
        if (open) foreach (var answered in (FieldChange?[])[earlier, Settled(book, sent)]) if (answered is { State: ChangeState.Conflict }) answered.State = ChangeState.Replaced;
        // Who said the same as what stands there has in effect seen it.
        if (state == ChangeState.Agreed) seen = book.Version(sent.Question);
        var written = book.Write(sent.Id, sent.Question, sent.Value, seen, state, hand, sent.SaidAt);
        return Answer(book, written, state switch { ChangeState.Conflict => "conflict", ChangeState.Late => "late", _ => "applied" });
    }

    private static FieldChange? Settled(FieldBook book, SentChange sent) =>
        sent.Settles is { } id && book.Find(id) is { } conflict && conflict.Question == sent.Question ? conflict : null;

    private static ChangeAnswer Answer(FieldBook book, FieldChange change, string result)
    {
        var (version, state, own) = (book.Version(change.Question), change.State.ToString(), change.Version ?? change.Base);
        if (change.State is not (ChangeState.Conflict or ChangeState.Kept)) return new(change.Id.Value, result, state, version, own);
        var last = book.Last(change.Question);
        return new(change.Id.Value, result, state, version, own, book.Stored(change.Question), book.ValueAt(change.Question, change.Base), last?.StaffName, last?.At);
    }

    private Task Record(CaseFile file, HomeVisit visit, IEnumerable<FieldChange> written, StaffMember member, CancellationToken stop) =>
        acts.Record(file.Id.Value, "VisitFieldsMerged", member.As(Fillers), stop,
            after: written.GroupBy(c => c.State.ToString()).ToDictionary(g => g.Key, g => g.Select(c => c.Question).ToArray()), touched: [visit.Id.Value]);
}
