using Layar.Cases.Contracts;
using Layar.Identity.Contracts;

namespace Layar.Cases.Workflow;

/// <summary>Where an act leads.</summary>
/// <param name="Step">the step; null together with <paramref name="Back"/> false means it stays</param>
/// <param name="Back">back to the step from which the case left the main road</param>
internal readonly record struct Target(CaseStep? Step, bool Back)
{
    public static readonly Target Stay = new(null, false);
    public static readonly Target Return = new(null, true);

    public static Target To(CaseStep step) => new(step, false);
}

/// <summary>One row of the table: in this step these roles may do this act, and it leads there.</summary>
/// <param name="Reason">whether a reason must be stated</param>
/// <param name="Main">the next act of the main road, shown as the one button</param>
internal sealed record Row(CaseStep From, CaseActKind Act, Target To, IReadOnlyList<string> Roles, bool Reason = false, bool Main = false, PublicStep? Reaches = null);

/// <summary>
/// The workflow as one table, version 1. Buttons, permissions, the citizen's progress and docs/workflow.md come from
/// here. A case keeps the version with which it began.
/// </summary>
internal static class CaseWorkflow
{
    public const int Version = 1;

    /// <summary>The reporter, who acts by the link or the code with the PIN.</summary>
    public const string Reporter = "warga";

    /// <summary>The scheduler.</summary>
    public const string System = "sistem";

    private static readonly string[] Operator = [Roles.Operator];
    private static readonly string[] Supervisor = [Roles.Supervisor];
    private static readonly string[] Manager = [Roles.Manager];
    private static readonly string[] Desk = [Roles.Operator, Roles.Manager];
    private static readonly string[] Alarm = [Roles.Operator, Roles.CallCentre, Roles.Supervisor, Roles.Manager];
    private static readonly string[] Responders = [Roles.Supervisor, Roles.Companion, Roles.Driver];
    private static readonly string[] Everybody =
    [
        Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
        Roles.VillageDesk, Roles.DistrictWorker, Roles.Companion, Roles.CallCentre,
    ];

    public static readonly IReadOnlyList<Row> Rows =
    [
        new(CaseStep.Completeness, CaseActKind.MarkComplete, Target.To(CaseStep.VisitPlanning), Operator, Main: true, Reaches: PublicStep.Complete),
        new(CaseStep.Completeness, CaseActKind.RequestCompletion, Target.To(CaseStep.AwaitingReporter), Operator, Reason: true),
        new(CaseStep.Completeness, CaseActKind.ReferOut, Target.To(CaseStep.ReferredOut), Desk, Reason: true),
        new(CaseStep.Completeness, CaseActKind.Merge, Target.To(CaseStep.Merged), Desk, Reason: true),
        new(CaseStep.Completeness, CaseActKind.Reject, Target.To(CaseStep.Rejected), Desk, Reason: true),

        new(CaseStep.AwaitingReporter, CaseActKind.AnswerQuestion, Target.Return, [Reporter, Roles.Operator, Roles.CallCentre]),
        new(CaseStep.AwaitingReporter, CaseActKind.CancelRequest, Target.Return, [Roles.Operator, Roles.Supervisor]),
        new(CaseStep.AwaitingReporter, CaseActKind.Merge, Target.To(CaseStep.Merged), Desk, Reason: true),

        new(CaseStep.VisitPlanning, CaseActKind.ScheduleVisit, Target.To(CaseStep.VisitScheduled), Supervisor, Main: true),
        new(CaseStep.VisitPlanning, CaseActKind.RequestCompletion, Target.To(CaseStep.AwaitingReporter), Supervisor, Reason: true),
        new(CaseStep.VisitPlanning, CaseActKind.Return, Target.To(CaseStep.Completeness), Supervisor, Reason: true),
        new(CaseStep.VisitPlanning, CaseActKind.Merge, Target.To(CaseStep.Merged), [Roles.Supervisor, Roles.Manager], Reason: true),

        new(CaseStep.VisitScheduled, CaseActKind.RecordVisit, Target.To(CaseStep.ManagerReview), Supervisor, Main: true, Reaches: PublicStep.Visit),
        new(CaseStep.VisitScheduled, CaseActKind.RecordNobodyHome, Target.To(CaseStep.VisitPlanning), Supervisor, Reason: true),
        new(CaseStep.VisitScheduled, CaseActKind.ScheduleVisit, Target.Stay, Supervisor, Reason: true),

        new(CaseStep.ManagerReview, CaseActKind.Approve, Target.To(CaseStep.HeadAcknowledgement), Manager, Main: true),
        new(CaseStep.ManagerReview, CaseActKind.Return, Target.To(CaseStep.VisitPlanning), Manager, Reason: true),
        new(CaseStep.ManagerReview, CaseActKind.ReferOut, Target.To(CaseStep.ReferredOut), Manager, Reason: true),
        new(CaseStep.ManagerReview, CaseActKind.Reject, Target.To(CaseStep.Rejected), Manager, Reason: true),

        new(CaseStep.HeadAcknowledgement, CaseActKind.Acknowledge, Target.To(CaseStep.Forwarding), [Roles.Head], Main: true, Reaches: PublicStep.Review),
        new(CaseStep.HeadAcknowledgement, CaseActKind.Return, Target.To(CaseStep.ManagerReview), [Roles.Head], Reason: true),

        new(CaseStep.Forwarding, CaseActKind.Forward, Target.To(CaseStep.ProgrammeDecision), Manager, Main: true, Reaches: PublicStep.Forwarded),
        new(CaseStep.Forwarding, CaseActKind.Return, Target.To(CaseStep.ManagerReview), Manager, Reason: true),

        new(CaseStep.ProgrammeDecision, CaseActKind.AssignProgramme, Target.To(CaseStep.LetterIssue), [Roles.DivisionHead], Main: true),
        new(CaseStep.ProgrammeDecision, CaseActKind.Return, Target.To(CaseStep.ManagerReview), [Roles.DivisionHead], Reason: true),
        new(CaseStep.ProgrammeDecision, CaseActKind.Reject, Target.To(CaseStep.Rejected), [Roles.DivisionHead], Reason: true),

        new(CaseStep.LetterIssue, CaseActKind.IssueLetter, Target.To(CaseStep.LetterReady), Manager, Main: true, Reaches: PublicStep.Letter),
        new(CaseStep.LetterIssue, CaseActKind.Return, Target.To(CaseStep.ProgrammeDecision), Manager, Reason: true),

        new(CaseStep.LetterReady, CaseActKind.HandOver, Target.To(CaseStep.Completed), [Roles.FrontOffice], Main: true, Reaches: PublicStep.HandedOver),
        new(CaseStep.LetterReady, CaseActKind.RevokeLetter, Target.To(CaseStep.LetterIssue), [Roles.Manager, Roles.Head], Reason: true),
        new(CaseStep.LetterReady, CaseActKind.Return, Target.To(CaseStep.LetterIssue), [Roles.FrontOffice, Roles.Manager], Reason: true),

        new(CaseStep.UrgentResponse, CaseActKind.RecordResponse, Target.To(CaseStep.Completeness), Responders, Reason: true, Main: true),
        new(CaseStep.UrgentResponse, CaseActKind.MarkNotUrgent, Target.Return, [Roles.Operator, Roles.Supervisor, Roles.Manager], Reason: true),
        new(CaseStep.UrgentResponse, CaseActKind.Merge, Target.To(CaseStep.Merged), [Roles.Operator, Roles.Supervisor, Roles.Manager], Reason: true),

        new(CaseStep.ReferredOut, CaseActKind.RecordAgencyAnswer, Target.To(CaseStep.Completed), [Roles.Operator, Roles.Manager, Roles.Agency], Reason: true, Main: true),
        new(CaseStep.ReferredOut, CaseActKind.Return, Target.To(CaseStep.Completeness), [Roles.Operator, Roles.Manager, Roles.Agency], Reason: true),

        new(CaseStep.Postponed, CaseActKind.Resume, Target.Return, [Roles.Operator, Roles.Supervisor, Roles.Manager, System]),

        new(CaseStep.Merged, CaseActKind.Split, Target.Return, [Roles.Operator, Roles.Supervisor, Roles.Manager], Reason: true),

        new(CaseStep.Completed, CaseActKind.Reopen, Target.To(CaseStep.Completeness), [Reporter, Roles.Operator, Roles.Manager], Reason: true),
        new(CaseStep.Rejected, CaseActKind.Reopen, Target.To(CaseStep.Completeness), [Reporter, Roles.Operator, Roles.Manager], Reason: true),
        new(CaseStep.Withdrawn, CaseActKind.Reopen, Target.To(CaseStep.Completeness), [Reporter, Roles.Operator, Roles.Manager], Reason: true),
        new(CaseStep.Archived, CaseActKind.Reopen, Target.To(CaseStep.Completeness), [Reporter, Roles.Operator, Roles.Manager], Reason: true),

        .. Enum.GetValues<CaseStep>().Where(s => Steps.Of(s).MayBecomeUrgent)
            .Select(s => new Row(s, CaseActKind.MarkUrgent, Target.To(CaseStep.UrgentResponse), Alarm, Reason: true)),
        .. Enum.GetValues<CaseStep>().Where(s => Steps.Of(s).MayPostpone)
            .Select(s => new Row(s, CaseActKind.Postpone, Target.To(CaseStep.Postponed), [Roles.Operator, Roles.Supervisor, Roles.Manager], Reason: true)),
        .. Enum.GetValues<CaseStep>().Where(s => Steps.Of(s).MayWithdraw)
            .Select(s => new Row(s, CaseActKind.Withdraw, Target.To(CaseStep.Withdrawn), [Reporter, Roles.Operator, Roles.CallCentre], Reason: true)),
        .. new[] { CaseStep.Completeness, CaseStep.AwaitingReporter, CaseStep.Postponed }
            .Select(s => new Row(s, CaseActKind.Archive, Target.To(CaseStep.Archived), [Roles.Operator, Roles.Manager, System], Reason: true)),
        .. Enum.GetValues<CaseStep>().Select(s => new Row(s, CaseActKind.AddNote, Target.Stay, Everybody, Reason: true)),
        .. Enum.GetValues<CaseStep>().Where(s => Steps.Of(s).IsOpen)
            .Select(s => new Row(s, CaseActKind.NameOfficer, Target.Stay, Manager)),
    ];

    private static readonly ILookup<CaseStep, Row> ByStep = Rows.ToLookup(r => r.From);

    public static Row? Find(CaseStep step, CaseActKind act) => ByStep[step].FirstOrDefault(r => r.Act == act);

    /// <summary>The acts these roles may do now, the main one first.</summary>
    public static IEnumerable<Row> Allowed(CaseStep step, IReadOnlySet<string> roles) =>
        ByStep[step].Where(r => r.Roles.Any(roles.Contains)).OrderByDescending(r => r.Main);

    /// <summary>Roles that may do this act in some step.</summary>
    public static IReadOnlyList<string> RolesOf(CaseActKind act) =>
        [.. Rows.Where(r => r.Act == act).SelectMany(r => r.Roles).Where(r => r is not (Reporter or System)).Distinct()];
}
