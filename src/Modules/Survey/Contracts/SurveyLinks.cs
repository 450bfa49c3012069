using Layar.Cases.Contracts;

namespace Layar.Survey.Contracts;

/// <summary>The way to the survey of a case, for the tracking page and for notices.</summary>
public interface ISurveyLinks
{
    /// <summary><c>/survei/{token}</c> while the survey can still be answered; null before the case is completed, once answered, or after 90 days.</summary>
    Task<string?> LinkFor(CaseId id, CancellationToken stop = default);
}
