using Layar.Catalogue.Contracts;
using Layar.Catalogue.Programmes;
using Layar.Catalogue.SelfCheck;
using Layar.Catalogue.Triage;

namespace Layar.Catalogue.Loading;

/// <summary>Everything the files of one instance say, before and after the cross-checks.</summary>
internal sealed record CatalogueContent
{
    public required Instance Instance { get; init; }
    public required IReadOnlyList<Service> AllServices { get; init; }
    public required IReadOnlyList<Tile> Tiles { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
    public required IReadOnlyList<DocumentKind> Documents { get; init; }
    public required IReadOnlyList<PpksType> Ppks { get; init; }
    public required IReadOnlyList<OperationalLabel> Labels { get; init; }
    public required IReadOnlyList<(IReadOnlyList<string> Areas, Agency Agency)> AllAgencies { get; init; }
    public required IReadOnlyList<Reason> Reasons { get; init; }
    public required IReadOnlyList<ClockPolicy> Clocks { get; init; }
    public required IReadOnlyList<StatementPurpose> Purposes { get; init; }
    public required IReadOnlyList<RetentionRule> Retention { get; init; }
    public required IReadOnlyList<AssessmentForm> Forms { get; init; }
    public required IReadOnlyList<EmergencyNumber> Emergency { get; init; }
    public required Lexicon Lexicon { get; init; }
    public required IReadOnlyList<FactEntry> Facts { get; init; }
    public required IReadOnlyList<ParameterEntry> Parameters { get; init; }
    public required IReadOnlyList<ProgrammeEntry> Programmes { get; init; }
    public required IReadOnlyList<CheckQuestion> Check { get; init; }
    public required IReadOnlyList<TraceMapping> Known { get; init; }
    public required IReadOnlyList<TraceTrust> Trust { get; init; }
    public RuleBook Rules { get; init; } = null!;

    /// <summary>Only what this office offers, each with the division that owns it.</summary>
    public IReadOnlyList<Service> Offered => [.. AllServices
        .Select(s => (Service: s, Division: Instance.DivisionOf(s.Code)))
        .Where(o => o.Division is not null).Select(o => o.Service with { Division = o.Division!.Code })];

    public IReadOnlyList<Agency> Agencies => [.. AllAgencies.Where(a => a.Areas.Contains(Instance.Area)).Select(a => a.Agency)];
}
