using System.Globalization;
using Layar.Eligibility.Facts;
using Microsoft.AspNetCore.Http;

namespace Layar.Catalogue.SelfCheck;

/// <summary>What a citizen answered, from the address. Nothing is stored; what the questions do not know never becomes a fact.</summary>
internal sealed class CheckAnswers
{
    /// <summary>More is no answer of a person.</summary>
    private const int MostValues = 20, OldestAge = 130;

    private readonly Dictionary<string, string[]> given = new(StringComparer.Ordinal);

    /// <summary>By question: key of the text that says what is wrong.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; }

    private readonly IReadOnlyList<CheckQuestion> questions;

    public CheckAnswers(IReadOnlyList<CheckQuestion> questions, IQueryCollection query)
    {
        this.questions = questions;
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var values = query[question.Code].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).Distinct(StringComparer.Ordinal).Take(MostValues).ToArray();
            if (values.Length == 0) continue;
            given[question.Code] = values;
            if (Fault(question, values) is { } fault) faults[question.Code] = "catalogue.check.error." + fault;
        }
        if (given.Count == 0) faults[questions[0].Code] = "catalogue.check.error.empty";
        Faults = faults;
    }

    public IReadOnlyList<string> Of(CheckQuestion question) => given.GetValueOrDefault(question.Code, []);

    /// <summary>The answers as they stand in the address, without anything else that stood there.</summary>
    public string Query => string.Join('&', questions.SelectMany(q => Of(q).Where(v => q.Kind == QuestionKind.Number || q.Options.Any(o => o.Code == v)).Select(v => $"{q.Code}={Uri.EscapeDataString(v[..Math.Min(v.Length, 20)])}")));

    /// <summary>The person and the household as far as the answers tell.</summary>
    public FactSheet Sheet(FactCatalogue facts)
    {
        var told = new Told(facts);
        foreach (var question in questions.Where(q => given.ContainsKey(q.Code)))
        {
            if (question.Kind == QuestionKind.Number) told.Number(question.Fact!, int.Parse(given[question.Code][0], CultureInfo.InvariantCulture));
            foreach (var option in question.Options)
            {
                if (given[question.Code].Contains(option.Code)) told.Affirm(option);
                else if (question.Kind == QuestionKind.Many) told.Deny(option);
            }
            if (question.Options.Any(o => o.Member.Count > 0)) told.HouseholdIsTold();
        }
        return told.Sheet();
    }

    private static string? Fault(CheckQuestion question, string[] values)
    {
        if (question.Kind == QuestionKind.Number)
            return values.Length == 1 && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number <= OldestAge ? null : "age" : "number";
        if (values.Any(v => question.Options.All(o => o.Code != v)) || (question.Kind == QuestionKind.One && values.Length > 1)) return "choice";
        return values.Length > 1 && question.Options.Any(o => o.None && values.Contains(o.Code)) ? "none" : null;
    }
}
