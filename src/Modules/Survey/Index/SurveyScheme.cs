using System.Collections.Immutable;

namespace Layar.Survey.Index;

/// <summary>Which elements are asked and how they weigh.</summary>
/// <param name="Elements">Keys, in the order of the questionnaire; numbers (U8, U9) differ between questionnaires, keys do not.</param>
/// <param name="FixedWeight">Null for the exact 1/x of x elements; 0.11 for agencies whose past reports used it. Print which.</param>
internal sealed record SurveyScheme(ImmutableArray<string> Elements, decimal? FixedWeight = null)
{
    /// <summary>The nine elements of Permenpan RB 14/2017.</summary>
    public static readonly SurveyScheme Standard = new(
    [
        "requirements", "procedure", "time", "cost", "product", "competence", "behaviour", "complaints", "facilities",
    ]);

    /// <summary>Weight 0.11, as in many printed reports.</summary>
    public static readonly SurveyScheme TwoDecimalWeight = Standard with { FixedWeight = 0.11m };

    /// <summary>The scheme without an element, for a free service that does not ask about cost.</summary>
    public SurveyScheme Without(string element) => this with { Elements = Elements.Remove(element) };
}
