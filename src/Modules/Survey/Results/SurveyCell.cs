using System.Collections.Immutable;
using Layar.Survey.Index;

namespace Layar.Survey.Results;

/// <summary>Answers of one month and service: how many, and the sum of the marks in the order of the scheme.</summary>
internal sealed record SurveyCell(DateOnly Month, string Service, int Answers, ImmutableArray<long> Totals)
{
    public int Quarter => (Month.Month + 2) / 3;

    public static (int Answers, ImmutableArray<long> Totals) Sum(IEnumerable<SurveyCell> cells)
    {
        var totals = new long[SurveyScheme.Standard.Elements.Length];
        var answers = 0;
        foreach (var cell in cells)
        {
            answers += cell.Answers;
            for (var i = 0; i < totals.Length; i++) totals[i] += cell.Totals[i];
        }
        return (answers, [.. totals]);
    }

    public static IndexScore? Score(IEnumerable<SurveyCell> cells, SurveyScheme scheme)
    {
        var (answers, totals) = Sum(cells);
        return answers < SatisfactionIndex.FewestShown ? null : SatisfactionIndex.OfTotals(totals, answers, scheme);
    }
}
