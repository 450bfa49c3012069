using Layar.Cases.Contracts;
using Layar.Host.Demo.Correspondence;

namespace Layar.Host.Demo.Lives;

/// <summary>A case of a small demo that must stand at this step, so that every list and every panel has something to show.</summary>
/// <param name="Days">days since it came in</param>
/// <param name="Story">for letters: how far the letter is</param>
/// <param name="Secret">a report that only named officers see</param>
internal sealed record DemoAim(CaseStep Step, double Days, DemoLetterStory? Story = null, bool Secret = false, bool NobodyHome = false)
{
    private static readonly CaseActKind[] MainRoad =
    [
        CaseActKind.MarkComplete, CaseActKind.ScheduleVisit, CaseActKind.RecordVisit, CaseActKind.Approve, CaseActKind.Acknowledge, CaseActKind.Forward, CaseActKind.AssignProgramme,
    ];

    private static readonly DemoAim[] All =
    [
        new(CaseStep.UrgentResponse, 0.01), new(CaseStep.UrgentResponse, 0.03), new(CaseStep.Completeness, 0.1, Secret: true), new(CaseStep.Completeness, 0.2),
        new(CaseStep.AwaitingReporter, 2), new(CaseStep.AwaitingReporter, 3), new(CaseStep.AwaitingReporter, 5), new(CaseStep.VisitPlanning, 3), new(CaseStep.VisitPlanning, 9, NobodyHome: true),
        new(CaseStep.VisitScheduled, 4), new(CaseStep.VisitScheduled, 5), new(CaseStep.VisitScheduled, 6, Secret: true), new(CaseStep.VisitScheduled, 10, NobodyHome: true),
        new(CaseStep.ManagerReview, 6), new(CaseStep.ManagerReview, 7), new(CaseStep.ManagerReview, 9, Secret: true), new(CaseStep.HeadAcknowledgement, 8), new(CaseStep.HeadAcknowledgement, 9),
        new(CaseStep.Forwarding, 9), new(CaseStep.Forwarding, 10), new(CaseStep.ProgrammeDecision, 10), new(CaseStep.ProgrammeDecision, 11), new(CaseStep.ProgrammeDecision, 12),
        new(CaseStep.LetterIssue, 12, DemoLetterStory.None), new(CaseStep.LetterIssue, 12.5, DemoLetterStory.Draft), new(CaseStep.LetterIssue, 13, DemoLetterStory.Returned),
        new(CaseStep.LetterIssue, 13.5, DemoLetterStory.FirstStation), new(CaseStep.LetterIssue, 14, DemoLetterStory.SecondStation), new(CaseStep.LetterIssue, 14.5, DemoLetterStory.ToSign),
        new(CaseStep.LetterIssue, 15, DemoLetterStory.OnPaper), new(CaseStep.LetterIssue, 15.5, DemoLetterStory.Cancelled),
        new(CaseStep.LetterReady, 15, DemoLetterStory.Issued), new(CaseStep.LetterReady, 16, DemoLetterStory.Issued), new(CaseStep.LetterReady, 17, DemoLetterStory.Scanned),
        new(CaseStep.LetterReady, 19, DemoLetterStory.Superseded), new(CaseStep.LetterReady, 24, DemoLetterStory.Revoked), new(CaseStep.Completed, 22, DemoLetterStory.HandedOver, Secret: true),
        new(CaseStep.Completed, 26, DemoLetterStory.ScannedAndHandedOver), new(CaseStep.Completed, 30, DemoLetterStory.NotSolved),
        new(CaseStep.ReferredOut, 4), new(CaseStep.ReferredOut, 8), new(CaseStep.Postponed, 6), new(CaseStep.Postponed, 11), new(CaseStep.Rejected, 13), new(CaseStep.Rejected, 20),
        new(CaseStep.Withdrawn, 9), new(CaseStep.Merged, 3), new(CaseStep.Merged, 5), new(CaseStep.Archived, 28),
    ];

    /// <summary>What must happen, in order.</summary>
    public IReadOnlyList<CaseActKind> Road => Step switch
    {
        CaseStep.UrgentResponse or CaseStep.Completeness => [],
        CaseStep.AwaitingReporter => [CaseActKind.RequestCompletion],
        CaseStep.VisitPlanning when NobodyHome => [.. MainRoad[..2], CaseActKind.RecordNobodyHome],
        CaseStep.VisitPlanning => MainRoad[..1],
        CaseStep.VisitScheduled when NobodyHome => [.. MainRoad[..2], CaseActKind.RecordNobodyHome, CaseActKind.ScheduleVisit],
        CaseStep.VisitScheduled => MainRoad[..2],
        CaseStep.ManagerReview => MainRoad[..3],
        CaseStep.HeadAcknowledgement => MainRoad[..4],
        CaseStep.Forwarding => MainRoad[..5],
        CaseStep.ProgrammeDecision => MainRoad[..6],
        CaseStep.ReferredOut => [CaseActKind.ReferOut],
        CaseStep.Postponed => [CaseActKind.MarkComplete, CaseActKind.Postpone],
        CaseStep.Rejected => [.. MainRoad[..3], CaseActKind.Reject],
        CaseStep.Withdrawn => [CaseActKind.MarkComplete, CaseActKind.Withdraw],
        CaseStep.Merged => [CaseActKind.Merge],
        CaseStep.Archived => [CaseActKind.RequestCompletion, CaseActKind.Archive],
        _ => MainRoad,
    };

    /// <summary>Places in the row of cases with the aim of each; none in a demo too small or so large that every step comes by itself.</summary>
    public static IReadOnlyDictionary<int, DemoAim> In(DemoSize size)
    {
        var places = new Dictionary<int, DemoAim>();
        if (!size.Small || size.Cases < 2 * All.Length) return places;
        foreach (var aim in All.OrderBy(a => a.Days))
        {
            var place = Math.Min(size.PlaceOf(aim.Days), size.Cases - 1);
            while (places.ContainsKey(place)) place--;
            places[place] = aim;
        }
        return places;
    }
}
