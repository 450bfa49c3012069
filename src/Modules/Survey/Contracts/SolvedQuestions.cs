using Layar.Cases.Contracts;
using Layar.Kernel.Outcomes;

namespace Layar.Survey.Contracts;

/// <summary>Ya, Sebagian, Belum.</summary>
public enum SolvedAnswer { Yes, Partly, No }

/// <summary>"Sudah teratasi?", asked when the case is completed and again 14 days later.</summary>
/// <param name="Round">1 at the closing, 2 after 14 days</param>
/// <param name="ReopensUntil">UTC; until then "Belum" opens the case again</param>
public sealed record SolvedQuestionCard(Guid Id, CaseId CaseId, int Round, DateTime AskedAt, DateTime ReopensUntil);

/// <param name="Reopened">the case runs again because of this answer</param>
public sealed record SolvedResult(SolvedAnswer Answer, bool Reopened);

/// <summary>For pages where the reporter has proved to be that: with the link, or the code and the PIN.</summary>
public interface ISolvedQuestions
{
    /// <summary>The question that waits for an answer now; null when the case runs again or everything is answered.</summary>
    Task<SolvedQuestionCard?> WaitingFor(CaseId id, CancellationToken stop = default);

    /// <summary>
    /// One change of its own: do not call it inside another. "Belum" within 14 days of the question reopens the case.
    /// Refused with <c>survey.refused.no-question</c> when nothing waits.
    /// </summary>
    Task<Outcome<SolvedResult>> Answer(CaseId id, SolvedAnswer answer, CancellationToken stop = default);
}
