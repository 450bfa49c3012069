using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Eligibility;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;

namespace Layar.Catalogue.Programmes;

/// <summary>The programmes of the files, each with what its service says where it says nothing itself.</summary>
internal sealed class LoadedProgrammes(CatalogueContent content, ICatalogue catalogue) : IProgrammes
{
    public FactCatalogue Facts => content.Rules.Facts;
    public RuleParameters Parameters => content.Rules.Parameters;

    public Moment Moment(DateOnly day) => new(day, Parameters);

    public IReadOnlyList<Programme> On(DateOnly day) =>
        [.. content.Programmes.Where(p => p.Validity.Covers(day)).Select(p => catalogue.Service(p.Service, day) is { } service ? Filled(p, service) : null).OfType<Programme>()];

    public Programme? Find(string code, DateOnly day) =>
        content.Programmes.FirstOrDefault(p => p.Code == code && p.Validity.Covers(day)) is { } entry && catalogue.Service(entry.Service, day) is { } service ? Filled(entry, service) : null;

    public IReadOnlyList<ProgrammeProof> Ask(FactSheet person, DateOnly day, ProgrammeKind? kind = null)
    {
        var moment = Moment(day);
        var proofs = On(day).Where(p => kind is null || p.Kind == kind).Select(p => (Programme: p, Proof: Prover.Prove(p.Rule, person, moment))).ToList();
        var eligible = proofs.Where(p => p.Proof.Truth == Truth.Yes).Select(p => p.Programme.Code).ToHashSet(StringComparer.Ordinal);
        return [.. proofs.Select(p => new ProgrammeProof(p.Programme, p.Proof, eligible.Contains(p.Programme.Code) ? [.. p.Programme.ExclusiveWith.Where(eligible.Contains)] : []))];
    }

    public IReadOnlyList<ComponentShare> Shares(Programme programme, FactSheet person, DateOnly day) =>
        HouseholdGrant.Shares(programme, person, Moment(day));

    private Programme Filled(ProgrammeEntry entry, Service service) => new()
    {
        Code = entry.Code,
        Kind = entry.Kind,
        Level = entry.Level,
        Unit = entry.Unit,
        Name = entry.Name ?? service.Name,
        Benefit = entry.Benefit ?? service.Description,
        Amounts = entry.Amounts,
        Quota = entry.Quota,
        Requirements = entry.Requirements ?? service.Requirements,
        WorkingDays = entry.WorkingDays ?? service.WorkingDays,
        Cost = entry.Cost ?? service.Cost,
        Service = service.Code,
        Division = service.Division,
        Spm = entry.Spm ?? service.Spm,
        ExclusiveWith = entry.ExclusiveWith,
        Rule = content.Rules.Rule(entry.Rule),
        Components = [.. entry.Components.Select(c => new HouseholdComponent(c.Code, c.Name, content.Rules.Rule(c.Rule), c.YearlyRupiah, c.Most, c.AwaitingConfirmation))],
        MostPersons = entry.MostPersons,
        Validity = entry.Validity,
    };
}
