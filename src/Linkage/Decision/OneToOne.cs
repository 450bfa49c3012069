using Layar.Linkage.Scoring;

namespace Layar.Linkage.Decision;

/// <summary>
/// Each record of one file with at most one of the other. When most records have found their partner, the few that are left are likelier to
/// belong together: the prior of a further pair is that of the pairs found among those still free (Sadinle 2017, bipartite matching).
/// </summary>
internal sealed class OneToOne
{
    /// <summary>Share of records with two certain partners above which the files are not taken to be one to one.</summary>
    private const double MostDoubles = 0.04;
    private readonly int[] partner;

    /// <param name="sorted">heaviest first</param>
    /// <param name="prior">binary logarithm of the odds of a random pair</param>
    public OneToOne(int records, int firstCount, IReadOnlyList<ScoredPair> sorted, double prior)
    {
        partner = new int[records];
        Array.Fill(partner, -1);
        var found = 0;
        foreach (var pair in sorted)
        {
            var odds = found < 20 ? prior : Math.Max(prior, Math.Log2(found / ((firstCount - found + 1.0) * (records - firstCount - found + 1.0))));
            if (pair.Weight + Math.Min(odds, MostPrior) <= 0) break;
            if (partner[pair.Left] >= 0 || partner[pair.Right] >= 0) continue;
            (partner[pair.Left], partner[pair.Right]) = (pair.Right, pair.Left);
            found++;
        }
    }

    private const double MostPrior = -2;

    public bool Joined(int left, int right) => partner[left] == right;

    /// <summary>Whether the files look as if each person stood in each at most once.</summary>
    public static bool Fits(int records, IEnumerable<ScoredPair> pairs, Func<ScoredPair, double> probability)
    {
        var partners = new int[records];
        foreach (var pair in pairs)
        {
            if (probability(pair) < 0.99) continue;
            partners[pair.Left]++;
            partners[pair.Right]++;
        }
        return partners.Count(p => p > 1) <= MostDoubles * Math.Max(1, partners.Count(p => p > 0));
    }
}
