using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Proofs;

/// <summary>What to ask next, over many programmes: <c>tanyakan ini</c>.</summary>
public static class Ranking
{
    /// <summary>
    /// Missing facts, first the one that bears on most open programmes; among equals the one that is the only gap of more of them, then the
    /// order of <paramref name="catalogue"/>.
    /// </summary>
    public static IReadOnlyList<MissingFact> Missing(IEnumerable<Proof> proofs, FactCatalogue catalogue)
    {
        var gaps = new Dictionary<FactDefinition, (int Programmes, int OnlyGap)>();
        foreach (var missing in proofs.Select(p => p.Missing))
            foreach (var fact in missing)
            {
                var (programmes, alone) = gaps.GetValueOrDefault(fact);
                gaps[fact] = (programmes + 1, missing.Count == 1 ? alone + 1 : alone);
            }
        return [.. gaps.Select(g => new MissingFact(g.Key, g.Value.Programmes, g.Value.OnlyGap))
            .OrderByDescending(f => f.Programmes).ThenByDescending(f => f.OnlyGap).ThenBy(f => catalogue.Place(f.Fact))];
    }
}

/// <param name="Fact">to ask for</param>
/// <param name="Programmes">open programmes whose answer it may change</param>
/// <param name="OnlyGap">those of them that lack nothing else</param>
public sealed record MissingFact(FactDefinition Fact, int Programmes, int OnlyGap);
