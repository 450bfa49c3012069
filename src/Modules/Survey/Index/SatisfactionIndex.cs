using System.Collections.Immutable;

namespace Layar.Survey.Index;

/// <summary>One element over all complete answers.</summary>
/// <param name="Mean">NRR, 1 to 4, not rounded.</param>
/// <param name="Rank">1 is the best; equal means share a rank.</param>
internal sealed record ElementScore(string Key, decimal Mean, decimal WeightedMean, int Rank);

/// <summary>What may be published.</summary>
/// <param name="Index">IKM 25 to 100, two decimals, halves rounded up.</param>
/// <param name="Lowest">Keys of the three lowest elements, the lowest first: the improvement plan.</param>
internal sealed record IndexScore(decimal Index, IndexGrade Grade, ImmutableArray<ElementScore> Elements, ImmutableArray<string> Lowest);

/// <param name="Complete">Rows that answered every element; only they count.</param>
/// <param name="Score">Null when hidden: fewer than <see cref="SatisfactionIndex.FewestShown"/> complete rows could be traced to persons.</param>
internal sealed record IndexResult(int Complete, int Incomplete, SurveyScheme Scheme, IndexScore? Score)
{
    public bool IsHidden => Score is null;
}

/// <summary>Indeks Kepuasan Masyarakat: SKM = sum of mean x weight, IKM = SKM x 25 (Permenpan RB 14/2017).</summary>
internal static class SatisfactionIndex
{
    public const int FewestShown = 5;

    /// <param name="rows">Answers by element key, 1 to 4; keys outside the scheme are ignored.</param>
    /// <param name="scheme">What counts, and how much.</param>
    public static IndexResult Of(IReadOnlyCollection<IReadOnlyDictionary<string, int>> rows, SurveyScheme scheme)
    {
        var complete = rows.Where(row => IsComplete(row, scheme)).ToList();
        var incomplete = rows.Count - complete.Count;
        if (complete.Count < FewestShown) return new IndexResult(complete.Count, incomplete, scheme, null);
        var totals = scheme.Elements.Select(key => complete.Sum(row => (long)row[key])).ToImmutableArray();
        return new IndexResult(complete.Count, incomplete, scheme, OfTotals(totals, complete.Count, scheme));
    }

    /// <summary>From the sum of answers per element, in the order of the scheme.</summary>
    internal static IndexScore OfTotals(ImmutableArray<long> totals, int rows, SurveyScheme scheme)
    {
        var index = Rounded(Weighted(totals.Sum() * 25m, rows, scheme));
        var elements = scheme.Elements.Select((key, i) => new ElementScore(
            key, (decimal)totals[i] / rows, Weighted(totals[i], rows, scheme), 1 + totals.Count(other => other > totals[i]))).ToImmutableArray();
        var lowest = elements.OrderBy(x => x.Mean).Take(3).Select(x => x.Key).ToImmutableArray();
        return new IndexScore(index, IndexGrades.Of(index), elements, lowest);
    }

    private static bool IsComplete(IReadOnlyDictionary<string, int> row, SurveyScheme scheme) =>
        scheme.Elements.All(key => row.TryGetValue(key, out var answer) && answer is >= 1 and <= 4);

    // One division at the end: a rounded 1/9 or a rounded mean would push halves the wrong way.
    private static decimal Weighted(decimal sum, int rows, SurveyScheme scheme) =>
        scheme.FixedWeight is { } weight ? sum * weight / rows : sum / (rows * (decimal)scheme.Elements.Length);

    private static decimal Rounded(decimal index) => Math.Round(index, 2, MidpointRounding.AwayFromZero);
}
