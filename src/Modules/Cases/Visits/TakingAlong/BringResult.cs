using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits.Merging;
using Layar.Cases.Visits.RecordVisit;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.TakingAlong;

/// <summary>The report of a visit as a phone brings it home, and whether the visit ends with it.</summary>
/// <param name="Mark">fingerprint of the report over which it was written</param>
/// <param name="Versions">of each answer as the officer saw it on the phone; what is missing was not answered</param>
internal sealed record BroughtResult(Guid Device, Guid Visit, string? Report, string? Mark, bool End, IReadOnlyDictionary<string, int>? Versions);

/// <param name="State">kept, recorded, newer (the office holds answers the phone has not seen) or refused</param>
/// <param name="Mark">fingerprint of the report that the office holds now</param>
/// <param name="Theirs">that report, when somebody else wrote it meanwhile</param>
internal sealed record ResultAnswer(string State, string? Mark, string? Theirs = null, Refusal? Why = null);

/// <summary>Keeps the report of a visit, or ends the visit with it. The same again changes nothing.</summary>
internal sealed class BringResult(AppDb db, RecordVisit.RecordVisit record, VisitReading reading, FieldBooks books, VisitAtHand hand)
{
    public async Task<ResultAnswer> Handle(BroughtResult brought, StaffMember member, CancellationToken stop)
    {
        if (await Find(brought.Visit, member, stop) is not var (file, visit)) return Refused(CaseAtHand.NotFound);
        var (words, stands) = (brought.Report?.Trim(), record.Report(visit));
        // The answer to the first time was lost on the way.
        if (brought.End && visit.State == VisitState.Done && stands == words) return new("recorded", record.Mark(visit));
        if (brought.End && await HasNewer(visit, brought.Versions ?? new Dictionary<string, int>(), stop)) return new("newer", record.Mark(visit));
        var wanted = new Recording(file.Number, file.Version, (await reading.Of(visit, stop)).Stamp, brought.Mark, words);
        var done = brought.End ? await record.Handle(wanted, member, stop) : await record.Draft(wanted, member, stop);
        if (done.Refusal is not { } why) return new(brought.End ? "recorded" : "kept", RecordVisit.RecordVisit.Mark(words));
        return why.Code == "visits.refused.report-changed" ? new("refused", record.Mark(visit), stands, why) : Refused(why);
    }

    private async Task<(CaseFile File, HomeVisit Visit)?> Find(Guid id, StaffMember member, CancellationToken stop)
    {
        var key = new HomeVisitId(id);
        var visit = await db.Set<HomeVisit>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == key, stop);
        if (visit is null) return null;
        var file = await db.Set<CaseFile>().AsNoTracking().FirstAsync(c => c.Id == visit.CaseId, stop);
        return await hand.MaySend(file, visit, member, stop) ? (file, visit) : null;
    }

    /// <summary>Nobody ends a visit over answers that he has not seen.</summary>
    private async Task<bool> HasNewer(HomeVisit visit, IReadOnlyDictionary<string, int> seen, CancellationToken stop)
    {
        var book = await books.Open(visit, stop);
        db.ChangeTracker.Clear();
        return book.Questions.Any(q => book.Version(q.Code) > seen.GetValueOrDefault(q.Code));
    }

    private static ResultAnswer Refused(Refusal why) => new("refused", null, null, why);
}
