using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;

namespace Layar.Cases.Visits.RecordVisit;

/// <param name="Stamp">answers as the officer saw them on the summary</param>
internal sealed record Recording(string Number, int CaseVersion, string? Stamp, string? Report);

/// <summary>"Simpan hasil kunjungan": the form is whole, the report is written, the case goes to the manager.</summary>
internal sealed class RecordVisit(Change change, VisitAtHand hand, VisitReading reading, CaseProcess process, FieldCipher cipher, Kernel.Acts.ActRecorder acts, TimeProvider time)
{
    public const int LongestReport = 4000;

    /// <summary>Question whose answer is the visitor's advice.</summary>
    public const string Advice = "saran-petugas";

    public Task<Outcome> Handle(Recording wanted, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(wanted.Number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        var (file, visit) = taken;
        var answers = await reading.Of(visit, stop);
        if (wanted.Stamp != answers.Stamp) return new Refusal("visits.refused.answers-changed");
        if (!answers.Result.Valid) return new Refusal("visits.refused.incomplete", null, answers.Result.Faults.Count);
        if (Wrong(wanted.Report, required: true) is { } wrong) return wrong;
        var advice = answers.Of(Advice).FirstOrDefault();
        var done = await process.Do(file, CaseActKind.RecordVisit, member,
            new(wanted.CaseVersion, After: new { advice, photos = answers.Photos.Count, located = visit.Lat is not null, form = visit.FormVersion }, Touched: [visit.Id.Value]), stop);
        if (!done.IsDone) return done;
        (visit.State, visit.EndedAt, visit.Advice) = (VisitState.Done, time.GetUtcNow().UtcDateTime, advice);
        Write(visit, wanted.Report);
        return Outcome.Success;
    }, stop);

    /// <summary>Keeps the report while the rest is not ready.</summary>
    public Task<Outcome> Draft(string number, string? report, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(number, member, stop)).TryGet(out var taken, out var refusal)) return refusal;
        if (Wrong(report, required: false) is { } wrong) return wrong;
        Write(taken.Visit, report);
        await acts.Record(taken.File.Id.Value, "VisitDraftSaved", member.As([Roles.Supervisor, Roles.DistrictWorker, Roles.Companion]), stop, after: new { group = "report" }, touched: [taken.Visit.Id.Value]);
        return Outcome.Success;
    }, stop);

    public string? Report(HomeVisit visit) => cipher.Open(visit.SealedReport, HomeVisit.ReportColumn, visit.Id.Value);

    private void Write(HomeVisit visit, string? report)
    {
        visit.SealedReport = cipher.Seal(string.IsNullOrWhiteSpace(report) ? null : report.Trim(), HomeVisit.ReportColumn, visit.Id.Value);
        visit.Version++;
    }

    private static Refusal? Wrong(string? report, bool required) =>
        required && string.IsNullOrWhiteSpace(report) ? new Refusal("visits.report.missing", "Report")
        : report?.Length > LongestReport ? new Refusal("visits.report.long", "Report", LongestReport) : null;
}
