using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Eligibility;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Sql;

namespace Layar.Catalogue.Programmes;

/// <summary>The programmes in force, each with what its service says where it says nothing itself.</summary>
internal sealed class LoadedProgrammes(ProgrammeBook book, ICatalogue catalogue) : IProgrammes
{
    /// <summary>Says that everybody of the household is known when so many are.</summary>
    private const string MembersFact = "jumlah_anggota";

    /// <summary>Which programmes the person gets now.</summary>
    private const string ReceivesFact = "menerima";

    private CatalogueContent Content => book.Content;

    public FactCatalogue Facts => Content.Rules.Facts;
    public RuleParameters Parameters => Content.Rules.Parameters;

    public Moment Moment(DateOnly day) => new(day, Parameters);

    public IReadOnlyList<Programme> On(DateOnly day) =>
        book.On(day, (content, on) => [.. content.Programmes.Where(p => p.Validity.Covers(on)).Select(p => Filled(p, on)).OfType<Programme>()]);

    public Programme? Find(string code, DateOnly day) =>
        Content.Programmes.FirstOrDefault(p => p.Code == code && p.Validity.Covers(day)) is { } entry ? Filled(entry, day) : null;

    public LocalText? NameOf(string code) => Content.Programmes.LastOrDefault(p => p.Code == code) is not { } entry ? null
        : entry.Name ?? Content.AllServices.LastOrDefault(s => s.Code == entry.Service)?.Name;

    public IReadOnlyList<ProgrammeProof> Ask(FactSheet person, DateOnly day, ProgrammeKind? kind = null)
    {
        var moment = Moment(day);
        var proofs = On(day).Where(p => kind is null || p.Kind == kind).Select(p => (Programme: p, Proof: Prover.Prove(p.Rule, person, moment))).ToList();
        var received = Facts.Find(ReceivesFact) is { } fact ? person.Value(fact, day) : null;
        bool Receives(string code) => received?.Holds(ProgrammeEntry.ChoiceOf(code)) == Truth.Yes;
        var eligible = proofs.Where(p => p.Proof.Truth == Truth.Yes).Select(p => p.Programme.Code).ToHashSet(StringComparer.Ordinal);
        return [.. proofs.Select(p => new ProgrammeProof(
            p.Programme, p.Proof, eligible.Contains(p.Programme.Code) ? [.. p.Programme.ExclusiveWith.Where(c => eligible.Contains(c) || Receives(c))] : [],
            Receives(p.Programme.Code) ? person.Read(ReceivesFact) : null))];
    }

    public FactSheet Sheet(IEnumerable<Trace> person, IEnumerable<IReadOnlyList<Trace>> household, DateOnly day)
    {
        var gathering = Gathering(day);
        var sheet = gathering.Sheet(person);
        IReadOnlyList<FactSheet> members = [sheet, .. household.Select(m => gathering.Sheet(m))];
        var counted = Facts.Find(MembersFact) is { } fact ? sheet.Value(fact, day) : null;
        return sheet.LivesWith(members, complete: counted?.Low == members.Count && counted.High == members.Count);
    }

    public Func<IEnumerable<Trace>, FactSheet> Sheets(DateOnly day) => Gathering(day).Sheet;

    public SqlFacts Columns(IReadOnlyList<TraceColumn> columns, DateOnly asOf, DateOnly day, SqlDialect dialect) => new FactColumns(Facts, book.Known, new(Content.Trust, day), columns, asOf, day).Written(dialect);

    public IReadOnlyList<ComponentShare> Shares(Programme programme, IReadOnlyList<IReadOnlyCollection<HouseholdComponent>> fitting) => HouseholdGrant.Shares(programme, fitting);

    public IReadOnlyList<ComponentShare> Shares(Programme programme, FactSheet person, DateOnly day) =>
        HouseholdGrant.Shares(programme, person, Moment(day));

    public IReadOnlyList<ProgrammeFigure> Figures(Programme programme)
    {
        var named = programme.Components.Select(c => c.Rule).Prepend(programme.Rule).SelectMany(r => r.Parameters).ToHashSet(StringComparer.Ordinal);
        return [.. Content.Parameters.Where(p => named.Contains(p.Parameter.Code))
            .Select(p => new ProgrammeFigure(p.Parameter.Code, new(p.Parameter.Name.Id, p.Parameter.Name.En), p.Parameter.Value, p.Validity))];
    }

    private FactGathering Gathering(DateOnly day) => new(Facts, book.Known, new(Content.Trust, day), day);

    private Programme? Filled(ProgrammeEntry entry, DateOnly day) => catalogue.Service(entry.Service, day) is { } service ? Filled(Content.Rules, entry, service) : null;

    /// <summary>The entry with what its service says.</summary>
    public static Programme Filled(RuleBook rules, ProgrammeEntry entry, Service service) => new()
    {
        Code = entry.Code,
        Kind = entry.Kind,
        Level = entry.Level,
        Unit = entry.Unit,
        Name = entry.Name ?? service.Name,
        Benefit = entry.Benefit ?? service.Description,
        Amounts = entry.Amounts,
        Quota = entry.Quota,
        Places = entry.Places,
        Budget = entry.Budget,
        Requirements = entry.Requirements ?? service.Requirements,
        WorkingDays = entry.WorkingDays ?? service.WorkingDays,
        Cost = entry.Cost ?? service.Cost,
        Service = service.Code,
        Division = entry.Division ?? service.Division,
        Spm = entry.Spm ?? service.Spm,
        ExclusiveWith = entry.ExclusiveWith,
        Rule = rules.Rule(entry.Rule),
        Components = [.. entry.Components.Select(c => new HouseholdComponent(c.Code, c.Name, rules.Rule(c.Rule), c.YearlyRupiah, c.Most, c.AwaitingConfirmation))],
        MostPersons = entry.MostPersons,
        Validity = entry.Validity,
    };
}
