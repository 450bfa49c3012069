using System.Collections.Frozen;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Catalogue.Programmes;

namespace Layar.Catalogue;

/// <param name="content">of the files</param>
/// <param name="book">what the office writes over them while the application runs</param>
internal sealed class LoadedCatalogue(CatalogueContent content, ProgrammeBook book) : ICatalogue
{
    private readonly FrozenDictionary<string, Service[]> services =
        content.Offered.GroupBy(s => s.Code).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    private readonly IReadOnlyList<Service> order = content.Offered;
    private readonly ILookup<string, ClockPolicy> clocks = content.Clocks.ToLookup(c => c.Key, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Reason> reasons = content.Reasons.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    public IReadOnlyList<Tile> Tiles { get; } =
        [.. content.Tiles.Select(t => t with { Services = [.. t.Services.Where(s => content.Instance.DivisionOf(s) is not null)] })];
    public IReadOnlyList<Problem> Problems { get; } =
        [.. content.Problems.Select(p => p.DefaultService is { } s && content.Instance.DivisionOf(s) is null ? p with { DefaultService = null } : p)];
    public IReadOnlyDictionary<string, DocumentKind> Documents { get; } = content.Documents.ToFrozenDictionary(d => d.Code, StringComparer.Ordinal);
    public IReadOnlyList<PpksType> PpksTypes => content.Ppks;
    public IReadOnlyList<OperationalLabel> Labels => content.Labels;
    public IReadOnlyList<Agency> Agencies { get; } = content.Agencies;
    public IReadOnlyList<EmergencyNumber> EmergencyNumbers => content.Emergency;
    public Instance Instance => content.Instance;

    public IReadOnlyList<StatementPurpose> StatementPurposes(DateOnly day) => [.. book.Content.Purposes.Where(p => p.Validity.Covers(day))];

    public int Figure(string code, DateOnly day) =>
        (book.Content.Rules.Parameters.On(code, day) ?? book.Content.Rules.Parameters.Versions(code).OrderBy(v => v.From).First()).Value;

    public IReadOnlyList<Service> Services(DateOnly day) => [.. order.Where(s => s.Validity.Covers(day))];

    public Service? Service(string code, DateOnly day) =>
        services.GetValueOrDefault(code)?.FirstOrDefault(s => s.Validity.Covers(day));

    public IReadOnlyList<RetentionRule> Retention(DateOnly day) => [.. content.Retention.Where(r => r.Validity.Covers(day))];

    public IReadOnlyList<Reason> Reasons(ReasonKind kind) => [.. content.Reasons.Where(r => r.Kind == kind)];

    public Reason? Reason(string code) => reasons.GetValueOrDefault(code);

    public ClockPolicy ClockPolicy(string key, DateOnly day) =>
        clocks[key].FirstOrDefault(c => c.Validity.Covers(day)) ?? throw new KeyNotFoundException($"No clock '{key}' on {day:yyyy-MM-dd}.");

    public AssessmentForm? AssessmentForm(int version) => content.Forms.FirstOrDefault(f => f.Version == version);

    public AssessmentForm CurrentAssessmentForm(DateOnly day) =>
        content.Forms.FirstOrDefault(f => f.Validity.Covers(day)) ?? throw new KeyNotFoundException($"No assessment form on {day:yyyy-MM-dd}.");

    public IReadOnlyList<Requirement> RequirementsFor(Service service, Circumstances circumstances) =>
        [.. service.Requirements.Where(r => r.AppliesTo(circumstances))];

    public Checklist Checklist(Service service, Circumstances circumstances, IReadOnlyCollection<HeldDocument> held, DateOnly day) =>
        Contracts.Checklist.Of(RequirementsFor(service, circumstances), Documents, held, day);

    public IReadOnlyList<PpksType> PpksCandidates(int? age, string? sex) =>
        [.. content.Ppks.Where(p => !p.Sensitive && p.Unit == PpksUnit.Person && p.Fits(age, sex))];
}
