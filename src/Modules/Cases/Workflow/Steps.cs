using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;

namespace Layar.Cases.Workflow;

/// <param name="Clock">key of the clock that runs in this step; null when none runs</param>
/// <param name="Holders">roles whose queue the case stands in</param>
/// <param name="Public">the citizen's step that is under way</param>
/// <param name="Pauses">the promise to the reporter stands still</param>
/// <param name="MayBecomeUrgent">somebody may still be in danger: help goes first, papers follow</param>
internal sealed record StepInfo(CaseStep Step, string? Clock, IReadOnlyList<string> Holders, PublicStep Public, bool IsOpen = true, bool Pauses = false, bool MayPostpone = false, bool MayWithdraw = false, bool MayBecomeUrgent = false);

internal static class Steps
{
    private static readonly Dictionary<CaseStep, StepInfo> All = new StepInfo[]
    {
        new(CaseStep.Completeness, ClockKeys.Verification, [Roles.Operator], PublicStep.Complete, MayPostpone: true, MayWithdraw: true, MayBecomeUrgent: true),
        new(CaseStep.AwaitingReporter, ClockKeys.AwaitingReporter, [Roles.Operator], PublicStep.Complete, Pauses: true, MayWithdraw: true, MayBecomeUrgent: true),
        new(CaseStep.VisitPlanning, ClockKeys.Visit, [Roles.Supervisor], PublicStep.Visit, MayPostpone: true, MayWithdraw: true, MayBecomeUrgent: true),
        new(CaseStep.VisitScheduled, ClockKeys.Visit, [Roles.Supervisor], PublicStep.Visit, MayWithdraw: true, MayBecomeUrgent: true),
        new(CaseStep.ManagerReview, ClockKeys.Review, [Roles.Manager], PublicStep.Review, MayPostpone: true, MayWithdraw: true),
        new(CaseStep.HeadAcknowledgement, ClockKeys.Acknowledge, [Roles.Head], PublicStep.Review, MayWithdraw: true),
        new(CaseStep.Forwarding, ClockKeys.Review, [Roles.Manager], PublicStep.Forwarded, MayWithdraw: true),
        new(CaseStep.ProgrammeDecision, ClockKeys.Programme, [Roles.DivisionHead], PublicStep.Forwarded, MayWithdraw: true),
        new(CaseStep.LetterIssue, ClockKeys.Letter, [Roles.Manager], PublicStep.Letter),
        new(CaseStep.LetterReady, ClockKeys.Handover, [Roles.FrontOffice], PublicStep.HandedOver),
        new(CaseStep.UrgentResponse, ClockKeys.Emergency, [Roles.Supervisor, Roles.Companion, Roles.Driver, Roles.CallCentre], PublicStep.Complete),
        new(CaseStep.ReferredOut, ClockKeys.Partner, [Roles.Operator, Roles.Agency], PublicStep.Forwarded, Pauses: true),
        new(CaseStep.Postponed, null, [Roles.Operator], PublicStep.Complete, Pauses: true, MayWithdraw: true, MayBecomeUrgent: true),
        new(CaseStep.Completed, null, [], PublicStep.HandedOver, IsOpen: false),
        new(CaseStep.Rejected, null, [], PublicStep.Review, IsOpen: false),
        new(CaseStep.Withdrawn, null, [], PublicStep.Complete, IsOpen: false),
        new(CaseStep.Merged, null, [], PublicStep.Complete, IsOpen: false),
        new(CaseStep.Archived, null, [], PublicStep.Complete, IsOpen: false),
    }.ToDictionary(s => s.Step);

    public static StepInfo Of(CaseStep step) => All[step];

    public static IEnumerable<CaseStep> HeldBy(IReadOnlySet<string> roles) => All.Values.Where(s => s.Holders.Any(roles.Contains)).Select(s => s.Step);
}
