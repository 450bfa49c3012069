using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;

namespace Layar.Cases.Contracts;

/// <summary>What goes with an act.</summary>
/// <param name="ExpectedVersion">version of the case that the person saw; null for the reporter and the system</param>
/// <param name="Reason">free words of the person who acts</param>
/// <param name="ReasonCode">coded reason of the catalogue</param>
/// <param name="After">what the act leaves behind, without identifying data</param>
/// <param name="Touched">ids of other rows</param>
public sealed record CaseActDetail(int? ExpectedVersion = null, string? Reason = null, string? ReasonCode = null, object? After = null, IReadOnlyList<Guid>? Touched = null);

/// <summary>The one gate for acts on a case, for other modules: call it inside <see cref="Kernel.Data.Change"/>.</summary>
public interface ICaseProcess
{
    /// <summary>By an officer. Refused when the step, the role, the area, secrecy or separation of duties does not allow it.</summary>
    Task<Outcome<CaseSummary>> Do(CaseId id, CaseActKind act, StaffMember member, CaseActDetail detail, CancellationToken stop);

    /// <summary>Whether what this officer did on the case before keeps them from the act: who verified does not decide.</summary>
    Task<bool> Excluded(CaseId id, CaseActKind act, StaffMember member, CancellationToken stop);

    /// <summary>By the reporter, who has proved to be that with the link or the PIN.</summary>
    Task<Outcome<CaseSummary>> DoAsReporter(CaseId id, CaseActKind act, CaseActDetail detail, CancellationToken stop);
}
