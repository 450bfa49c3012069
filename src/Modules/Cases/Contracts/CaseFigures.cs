namespace Layar.Cases.Contracts;

/// <summary>What may be counted of a case; nothing that names anybody.</summary>
/// <param name="Social">null until somebody decided</param>
public sealed record CaseFigure(DateTime ReceivedAt, string? District, string Problem, string? Service, string Channel, bool? Social, CaseStep Step, bool Open, DateTime? ClosedAt);

/// <summary>Open cases of one step that have waited about as long.</summary>
/// <param name="Hours">whole hours up to 48, then the hours of whole days</param>
/// <param name="Oldest">number of the case that has waited longest among them; null when only secret cases do</param>
public sealed record WaitingCases(CaseStep Step, int Hours, int Count, int Overdue, string? Oldest, int OldestHours);

/// <summary>Reading cases as figures, for the analysis. Merged cases count with the case they joined.</summary>
public interface ICaseFigures
{
    /// <summary>Cases received from the first day to the last, both included (WITA), one after another.</summary>
    IAsyncEnumerable<CaseFigure> Received(DateOnly from, DateOnly to);

    /// <summary>Day (WITA) on which the case was received.</summary>
    Task<DateOnly?> ReceivedOn(CaseId id, CancellationToken stop);

    /// <summary>First and last day with a case; null when there is none.</summary>
    Task<(DateOnly First, DateOnly Last)?> Days(CancellationToken stop);

    /// <summary>All open cases by step and time waited in it.</summary>
    Task<IReadOnlyList<WaitingCases>> Waiting(DateTime now, CancellationToken stop);
}
