using Layar.Linkage.Scoring;

namespace Layar.Linkage.Decision;

/// <summary>
/// Where "same" and "review" begin, from the model alone: the expected number of true pairs above a weight is the sum of their
/// probabilities, so precision, recall and F1 can be estimated for every weight.
/// </summary>
/// <param name="Same">probability from which a pair is the same person: the greatest expected F1</param>
/// <param name="Review">probability from which a person should look</param>
internal sealed record Thresholds(double Same, double Review)
{
    /// <summary>Below one in twenty, looking costs more than it finds.</summary>
    private const double WorthLooking = 0.05;

    /// <param name="sorted">heaviest first</param>
    public static Thresholds From(IReadOnlyList<ScoredPair> sorted, Func<ScoredPair, double> probability)
    {
        var probabilities = sorted.Select(probability).ToArray();
        var all = probabilities.Sum();
        var (held, best, at) = (0.0, 0.0, 1.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            held += probabilities[i];
            var f1 = 2 * held / (i + 1 + all);
            if (f1 >= best) (best, at) = (f1, probabilities[i]);
        }
        return new Thresholds(Math.Clamp(at, 0.2, 0.9), WorthLooking);
    }
}
