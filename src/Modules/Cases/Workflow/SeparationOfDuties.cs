using Layar.Cases.Contracts;

namespace Layar.Cases.Workflow;

/// <summary>Who verifies does not approve, who approves does not hand over.</summary>
internal static class SeparationOfDuties
{
    private static readonly CaseActKind[] Verifying = [CaseActKind.MarkComplete, CaseActKind.RecordVisit];
    private static readonly CaseActKind[] Approving = [CaseActKind.Approve, CaseActKind.Acknowledge, CaseActKind.AssignProgramme, CaseActKind.IssueLetter];

    /// <summary>Acts on the same case that exclude a person from this act.</summary>
    public static IReadOnlyList<CaseActKind> Excluding(CaseActKind act) => act switch
    {
        CaseActKind.Approve or CaseActKind.Acknowledge or CaseActKind.AssignProgramme or CaseActKind.IssueLetter => Verifying,
        CaseActKind.HandOver => Approving,
        _ => [],
    };
}
