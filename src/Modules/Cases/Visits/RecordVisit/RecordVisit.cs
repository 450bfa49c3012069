using System.Security.Cryptography;
using System.Text;
using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Cases.Visits.Merging;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;

namespace Layar.Cases.Visits.RecordVisit;

/// <param name="Stamp">answers as the officer saw them on the summary</param>
/// <param name="Mark">fingerprint of the report as the officer saw it</param>
internal sealed record Recording(string Number, int CaseVersion, string? Stamp, string? Mark, string? Report);

/// <summary>"Simpan hasil kunjungan": the form is whole, the report is written, the case goes to the manager.</summary>
internal sealed class RecordVisit(Change change, VisitAtHand hand, VisitReading reading, FieldBooks books, CaseProcess process, FieldCipher cipher, Kernel.Acts.ActRecorder acts, IAreas areas, TimeProvider time)
{
    public const int LongestReport = 4000;
    private const int GoodMetres = 100;

    /// <summary>Question whose answer is the visitor's advice.</summary>
    public const string Advice = "saran-petugas";

    public async Task<Outcome> Handle(Recording wanted, StaffMember member, CancellationToken stop)
    {
        var done = await change.Run<RecordedPlace>(() => Record(wanted, member, stop), stop);
        if (!done.TryGet(out var place, out var refusal)) return refusal;
        // A good fix at a home teaches where the village lies.
        if (place is { Area: { } area, Lat: { } lat, Lon: { } lon, Accuracy: <= GoodMetres }) await areas.Learn(area, lat, lon, stop);
        return Outcome.Success;
    }

    private async Task<Outcome<RecordedPlace>> Record(Recording wanted, StaffMember member, CancellationToken stop)
    {
        if (!(await hand.Take(wanted.Number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        var (file, visit) = taken;
        var answers = await reading.Of(visit, stop);
        if (wanted.Stamp != answers.Stamp) return new Refusal("visits.refused.answers-changed");
        if (!answers.Result.Valid) return new Refusal("visits.refused.incomplete", null, answers.Result.Faults.Count);
        if (await books.OpenConflicts(visit.Id, stop) is > 0 and var open) return new Refusal("visits.refused.open-conflicts", null, open);
        if (Wrong(visit, wanted, required: true) is { } wrong) return wrong;
        var advice = answers.Of(Advice).FirstOrDefault();
        var done = await process.Do(file, CaseActKind.RecordVisit, member,
            new(wanted.CaseVersion, After: new { advice, photos = answers.Photos.Count, located = visit.Lat is not null, form = visit.FormVersion }, Touched: [visit.Id.Value]), stop);
        if (done.Refusal is { } why) return why;
        (visit.State, visit.EndedAt, visit.Advice) = (VisitState.Done, time.GetUtcNow().UtcDateTime, advice);
        Write(visit, wanted.Report);
        return new RecordedPlace(file.Area, visit.Lat, visit.Lon, visit.Accuracy);
    }

    /// <summary>Keeps the report while the rest is not ready.</summary>
    public Task<Outcome> Draft(Recording wanted, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(wanted.Number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        if (Wrong(taken.Visit, wanted, required: false) is { } wrong) return wrong;
        Write(taken.Visit, wanted.Report);
        await acts.Record(taken.File.Id.Value, "VisitDraftSaved", member.As([Roles.Supervisor, Roles.DistrictWorker, Roles.Companion]), stop, after: new { group = "report" }, touched: [taken.Visit.Id.Value]);
        return Outcome.Success;
    }, stop);

    public string? Report(HomeVisit visit) => cipher.Open(visit.SealedReport, HomeVisit.ReportColumn, visit.Id.Value);

    private sealed record RecordedPlace(string? Area, double? Lat, double? Lon, int? Accuracy);

    private void Write(HomeVisit visit, string? report)
    {
        visit.SealedReport = cipher.Seal(string.IsNullOrWhiteSpace(report) ? null : report.Trim(), HomeVisit.ReportColumn, visit.Id.Value);
        visit.Version++;
    }

    /// <summary>Tells whether two readings of the report are of the same words, without carrying them.</summary>
    public string Mark(HomeVisit visit) => Mark(Report(visit));

    public static string Mark(string? report) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(report ?? "")))[..16];

    private Refusal? Wrong(HomeVisit visit, Recording wanted, bool required)
    {
        if (required && string.IsNullOrWhiteSpace(wanted.Report)) return new Refusal("visits.report.missing", "Report");
        if (wanted.Report?.Length > LongestReport) return new Refusal("visits.report.long", "Report", LongestReport);
        return wanted.Mark != Mark(visit) && Report(visit) != wanted.Report?.Trim() ? new Refusal("visits.refused.report-changed", "Report") : null;
    }
}
