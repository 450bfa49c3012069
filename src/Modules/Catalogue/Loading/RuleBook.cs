using Layar.Catalogue.Contracts;
using Layar.Eligibility;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Catalogue.Loading;

/// <summary>The rules of all programmes, read against the facts and figures. A rule that does not read is a fault with its place.</summary>
internal sealed class RuleBook
{
    private const string FactsFile = "facts.json", ParametersFile = "parameters.json", ProgrammesFile = "programmes.json";
    private readonly Dictionary<string, Rule> rules = new(StringComparer.Ordinal);

    private RuleBook(FactCatalogue facts, RuleParameters parameters) => (Facts, Parameters) = (facts, parameters);

    public FactCatalogue Facts { get; }
    public RuleParameters Parameters { get; }

    public Rule Rule(string text) => rules[text];

    public static RuleBook Read(CatalogueContent content, Faults faults)
    {
        var choices = content.Programmes.DistinctBy(p => p.Code).Select(p => new FactChoice(p.Choice, Name(p, content))).ToList();
        var facts = content.Facts.Select(f => f.ChoicesOfProgrammes ? f.Fact with { Choices = choices } : f.Fact).ToList();
        var wrong = FactCatalogue.Faults(facts).ToList();
        foreach (var (code, what) in wrong) faults.Add(FactsFile, code, "code", what);
        var parameters = new RuleParameters(content.Parameters.Select(p => p.Parameter));
        var book = new RuleBook(new FactCatalogue(wrong.Count == 0 ? facts : []), parameters);
        if (wrong.Count > 0) return book;
        foreach (var programme in content.Programmes)
        {
            book.Take(programme, "rule", programme.Rule, faults);
            foreach (var component in programme.Components) book.Take(programme, $"components.{component.Code}.rule", component.Rule, faults);
        }
        var outside = content.Parameters.Where(p => p.OutsideRules).Select(p => p.Parameter.Code);
        foreach (var unused in parameters.Codes.Except(outside).Except(book.rules.Values.SelectMany(r => r.Parameters)).Order(StringComparer.Ordinal)) faults.Add(ParametersFile, unused, "code", "no rule names this figure");
        return book;
    }

    /// <summary>The facts with one more programme among their choices.</summary>
    public static FactCatalogue FactsWith(CatalogueContent content, FactChoice programme) =>
        new([.. content.Facts.Select(f => f.ChoicesOfProgrammes ? f.Fact with { Choices = [.. content.Rules.Facts.Find(f.Fact.Code)!.Choices, programme] } : f.Fact)]);

    private void Take(ProgrammeEntry programme, string field, string text, Faults faults)
    {
        var (rule, error) = Layar.Eligibility.Language.Rule.Read(text, Facts, Parameters);
        if (error is not null) faults.Add(ProgrammesFile, programme.Code, field, $"line {error.Line}, column {error.Column}: {error.In(System.Globalization.CultureInfo.GetCultureInfo("id-ID"))}");
        if (rule is null) return;
        rules[text] = rule;
        foreach (var code in Lacking(rule, programme.Validity, Parameters))
            faults.Add(ProgrammesFile, programme.Code, field, $"batas(\"{code}\") has no value on every day from {programme.Validity.From:yyyy-MM-dd}");
    }

    /// <summary>Figures without a value on a day of the programme.</summary>
    public static IEnumerable<string> Lacking(Rule rule, Validity validity, RuleParameters parameters) =>
        new Moment(validity.From, parameters).Lacks(rule).Concat(Gaps(rule, validity, parameters)).Distinct();

    /// <summary>Figures that end while the programme goes on: the day after each version must have a value too.</summary>
    private static IEnumerable<string> Gaps(Rule rule, Validity validity, RuleParameters parameters) => rule.Parameters.Where(p => parameters.Versions(p)
        .Any(v => v.To is { } last && last >= validity.From && last < (validity.To ?? DateOnly.MaxValue) && parameters.On(p, last.AddDays(1)) is null));

    private static Words Name(ProgrammeEntry programme, CatalogueContent content)
    {
        var name = programme.Name ?? content.AllServices.FirstOrDefault(s => s.Code == programme.Service)?.Name ?? new LocalText(programme.Code, programme.Code);
        return new(name.Id, name.En);
    }
}
