using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;

namespace Layar.Cases.Visits.Merging;

/// <param name="Seen">version of the answer that the person had before the eyes when deciding</param>
/// <param name="Mine">true: the answer that waited counts; false: what stands stays</param>
internal sealed record Settling(string Number, Guid Change, int Seen, bool Mine);

/// <summary>A person decides between two answers, or takes an answer back.</summary>
internal sealed class SettleFields(Change change, VisitAtHand hand, FieldBooks books, ActRecorder acts, TimeProvider time)
{
    public static readonly TimeSpan UndoFor = TimeSpan.FromDays(30);
    private static readonly string[] Fillers = [Roles.Supervisor, Roles.DistrictWorker, Roles.Companion];
    private static readonly Refusal Gone = new("visits.settle.gone");

    public Task<Outcome> Settle(Settling wanted, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(wanted.Number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        var (book, who) = (await books.Open(taken.Visit, stop), new Hand(member, time.GetUtcNow().UtcDateTime));
        if (book.Find(wanted.Change) is not { State: ChangeState.Conflict } waiting) return Gone;
        if (book.Version(waiting.Question) != wanted.Seen) return new Refusal("visits.settle.changed");
        if (wanted.Mine) book.Accept(waiting, who);
        else (waiting.State, waiting.SettledBy, waiting.SettledAt) = (ChangeState.Kept, member.Name, who.Now);
        book.Close(who);
        taken.Visit.Version++;
        await Record(taken, wanted.Mine ? "VisitConflictTaken" : "VisitConflictKept", waiting, member, stop);
        return Outcome.Success;
    }, stop);

    /// <summary>Puts back what stood there before; only while nobody has answered anew since.</summary>
    public Task<Outcome> Undo(string number, Guid id, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        var (book, who) = (await books.Open(taken.Visit, stop), new Hand(member, time.GetUtcNow().UtcDateTime));
        if (book.Find(id) is not { } undone) return Gone;
        if (!MayUndo(book, undone, who.Now)) return new Refusal("visits.undo.too-late", null, UndoFor.Days);
        book.Write(Guid.CreateVersion7(who.Now), undone.Question, book.Values(undone).Over, undone.Version!.Value, ChangeState.Applied, who, undoes: undone.Id.Value);
        book.Close(who);
        taken.Visit.Version++;
        await Record(taken, "VisitAnswerUndone", undone, member, stop);
        return Outcome.Success;
    }, stop);

    public static bool MayUndo(FieldBook book, FieldChange change, DateTime now) =>
        change.State == ChangeState.Applied && now - (change.SettledAt ?? change.At) <= UndoFor && book.Last(change.Question)?.Id == change.Id;

    private Task Record((CaseFile File, HomeVisit Visit) taken, string kind, FieldChange about, StaffMember member, CancellationToken stop) =>
        acts.Record(taken.File.Id.Value, kind, member.As(Fillers), stop, after: new { question = about.Question, version = about.Version }, touched: [taken.Visit.Id.Value, about.Id.Value]);
}
