using System.Text.RegularExpressions;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Catalogue.Programmes;
using Layar.Eligibility.Language;
using Layar.Kernel.Outcomes;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>What is wrong with a form, and where.</summary>
/// <param name="Refusals">each at its field</param>
/// <param name="Rules">by field: where a rule cannot be read, and what to write instead</param>
internal sealed record DraftFaults(IReadOnlyList<Refusal> Refusals, IReadOnlyDictionary<string, RuleError> Rules)
{
    public bool None => Refusals.Count == 0 && Rules.Count == 0;
}

/// <summary>Holds a form against the catalogue before anything of it is stored.</summary>
internal sealed partial class DraftChecks(ProgrammeBook book, ICatalogue catalogue)
{
    private const int LongestWords = 1000, LongestName = 200;

    public DraftFaults Of(DraftInput input, bool isNew, DateOnly today)
    {
        var (refusals, rules) = (new List<Refusal>(), new Dictionary<string, RuleError>());
        void Wrong(string field, string code, params object?[] args) => refusals.Add(new Refusal($"catalogue.draft.refused.{code}", field, args));
        if (isNew && Code(input.Code) is { } code) Wrong("Input.Code", code);
        Words(input, Wrong);
        if (input.Service is null || catalogue.Service(input.Service, input.From ?? today) is null) Wrong("Input.Service", "choose");
        if (!string.IsNullOrEmpty(input.Division) && catalogue.Instance.Divisions.All(d => d.Code != input.Division)) Wrong("Input.Division", "choose");
        if (input.From is null) Wrong("Input.From", "day");
        if (input.To < input.From) Wrong("Input.To", "until");
        Spm(input, Wrong);
        Money(input, Wrong);
        Lists(input, Wrong);
        Rules(input, rules, Wrong);
        return new(refusals, rules);
    }

    private string? Code(string? code) => string.IsNullOrWhiteSpace(code) || !CodeShape().IsMatch(code) ? "code" : book.Content.Programmes.Any(p => p.Code == code) ? "code-taken" : null;

    private static void Words(DraftInput input, Action<string, string, object?[]> wrong)
    {
        if (string.IsNullOrWhiteSpace(input.Name)) wrong("Input.Name", "name", []);
        if (string.IsNullOrWhiteSpace(input.Benefit)) wrong("Input.Benefit", "benefit", []);
        if (string.IsNullOrWhiteSpace(input.Basis)) wrong("Input.Basis", "basis", []);
        if (string.IsNullOrWhiteSpace(input.Note)) wrong("Input.Note", "note", []);
        foreach (var (field, text, most) in new[] { ("Name", input.Name, LongestName), ("NameEn", input.NameEn, LongestName), ("Benefit", input.Benefit, LongestWords), ("BenefitEn", input.BenefitEn, LongestWords), ("Basis", input.Basis, LongestWords), ("BasisEn", input.BasisEn, LongestWords), ("Quota", input.Quota, LongestWords), ("Cost", input.Cost, LongestName), ("CostEn", input.CostEn, LongestName), ("Note", input.Note, LongestWords) })
            if (text?.Length > most) wrong("Input." + field, "long", [most]);
    }

    /// <summary>Both or neither: a component counts under a service of the minimum standard.</summary>
    private static void Spm(DraftInput input, Action<string, string, object?[]> wrong)
    {
        if (input.SpmService is < 0 or > 5 || (input.SpmService is null && input.SpmComponent is not null)) wrong("Input.SpmService", "choose", []);
        if (input.SpmService is not null && input.SpmComponent is not [>= 'a' and <= 'm']) wrong("Input.SpmComponent", "choose", []);
    }

    private static void Money(DraftInput input, Action<string, string, object?[]> wrong)
    {
        const long most = 1_000_000_000_000_000;
        foreach (var (i, amount) in input.Amounts.Index().Where(a => !a.Item.IsEmpty))
        {
            if (amount.Rupiah is null or <= 0 or > most) wrong($"Input.Amounts[{i}].Rupiah", "amount", []);
            if (string.IsNullOrWhiteSpace(amount.For)) wrong($"Input.Amounts[{i}].For", "for", []);
        }
        if (input.Places is < 1 or > 100_000_000) wrong("Input.Places", "places", []);
        if (input.MostPersons is < 1 or > 50) wrong("Input.MostPersons", "places", []);
        if (input.WorkingDays is < 1 or > 90) wrong("Input.WorkingDays", "days", []);
        if (input.BudgetRupiah is <= 0 or > most) wrong("Input.BudgetRupiah", "amount", []);
        if (input.BudgetRupiah is null) return;
        if (input.BudgetYear is null or < 2000 or > 2100) wrong("Input.BudgetYear", "year", []);
        if (string.IsNullOrWhiteSpace(input.BudgetLine)) wrong("Input.BudgetLine", "line", []);
    }

    private void Lists(DraftInput input, Action<string, string, object?[]> wrong)
    {
        foreach (var (i, paper) in input.Papers.Index().Where(p => !p.Item.IsEmpty && !catalogue.Documents.ContainsKey(p.Item.Code!))) wrong($"Input.Papers[{i}].Code", "choose", []);
        var known = book.Content.Programmes.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, other) in input.Exclusive.Index().Where(e => !string.IsNullOrWhiteSpace(e.Item)))
            if (!known.Contains(other!) || other == input.Code) wrong($"Input.Exclusive[{i}]", "choose", []);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, row) in input.Components.Index().Where(c => !c.Item.IsEmpty))
        {
            if (row.Code is null || !CodeShape().IsMatch(row.Code) || !codes.Add(row.Code)) wrong($"Input.Components[{i}].Code", "code", []);
            if (string.IsNullOrWhiteSpace(row.Name)) wrong($"Input.Components[{i}].Name", "name", []);
            if (row.Yearly is null or <= 0 or > 1_000_000_000_000) wrong($"Input.Components[{i}].Yearly", "amount", []);
            if (row.Most is < 1 or > 50) wrong($"Input.Components[{i}].Most", "places", []);
        }
    }

    private void Rules(DraftInput input, Dictionary<string, RuleError> faults, Action<string, string, object?[]> wrong)
    {
        var names = book.NamesWith(input.Code, input.Name);
        foreach (var (field, text) in input.Components.Index().Where(c => !c.Item.IsEmpty).Select(c => ($"Input.Components[{c.Index}].Rule", c.Item.Rule)).Prepend(("Input.Rule", input.Rule)))
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                wrong(field, "rule", []);
                continue;
            }
            var (rule, error) = Rule.Read(text.Trim(), names.Facts, names.Parameters);
            if (error is not null) faults[field] = error;
            else if (input.From is { } from && RuleBook.Lacking(rule!, new(from, input.To, new("", ""), false), names.Parameters).FirstOrDefault() is { } lacking) wrong(field, "figure", [lacking]);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex CodeShape();
}
