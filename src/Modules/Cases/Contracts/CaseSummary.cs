using Layar.Identity.Contracts;
using Layar.People.Contracts;

namespace Layar.Cases.Contracts;

/// <summary>The face of a case for other modules.</summary>
public sealed record CaseSummary
{
    public required CaseId Id { get; init; }
    public required string Number { get; init; }
    public required CaseStep Step { get; init; }
    public required string Problem { get; init; }
    public string? Service { get; init; }

    /// <summary>Code of the PPKS type that the office gave the case.</summary>
    public string? Ppks { get; init; }
    public string? Division { get; init; }
    public string? Programme { get; init; }
    public string? Agency { get; init; }
    public required string Title { get; init; }
    public string? Area { get; init; }
    public required string Channel { get; init; }
    public required bool Emergency { get; init; }
    public required bool Secret { get; init; }
    public bool? Social { get; init; }
    public required bool Open { get; init; }
    public PersonId? PersonId { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public required DateTime StepSince { get; init; }
    public DateTime? NextDueAt { get; init; }
    public DateTime? PromisedAt { get; init; }
    public DateTime? PausedAt { get; init; }
    public DateTime? PostponedUntil { get; init; }
    public DateTime? ClosedAt { get; init; }
    public string? ReasonCode { get; init; }
    public string? ReasonText { get; init; }
    public CaseId? MergedInto { get; init; }
    public DateTime? VisitFrom { get; init; }
    public DateTime? VisitTo { get; init; }
    public string? VisitorName { get; init; }
    public required int Version { get; init; }

    /// <summary>The citizen's step that is under way.</summary>
    public PublicStep UnderWay { get; init; }

    /// <summary>When each citizen's step was reached.</summary>
    public required IReadOnlyDictionary<PublicStep, DateTime> Milestones { get; init; }
}

/// <summary>Reading cases from other modules.</summary>
public interface ICases
{
    Task<CaseSummary?> Find(CaseId id, CancellationToken stop);

    /// <summary>The case this officer may see under that number; null when there is none or it is not theirs to see.</summary>
    Task<CaseSummary?> FindFor(string number, StaffMember member, CancellationToken stop);

    /// <summary>By when a citizen's step should be reached, as words and time; null when paused or closed.</summary>
    IReadOnlyList<CaseActKind> ReporterMay(CaseSummary summary);

    /// <summary>Cases that ended before this moment (UTC) and are still closed; one that joined another ended when the other did. To be used inside a query.</summary>
    IQueryable<CaseId> EndedBefore(DateTime moment);
}

/// <summary>A part of the case page that another module brings: its own partial view and model.</summary>
public interface ICasePanel
{
    /// <summary>Main column or side column.</summary>
    PanelPlace Place { get; }

    int Order { get; }

    /// <summary>Null when the module has nothing to show for this case.</summary>
    Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop);
}

public enum PanelPlace { Main, Side }

/// <param name="View">absolute path of the partial view, e.g. <c>/CasePanel/Reports.cshtml</c></param>
public sealed record PanelContent(string View, object Model);
