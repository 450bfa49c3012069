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
        var order = catalogue.All.Select((f, i) => (f, i)).ToDictionary(f => f.f, f => f.i);
        var gaps = proofs.Select(p => p.Missing).Where(m => m.Count > 0).ToList();
        return [.. gaps.SelectMany(m => m).Distinct()
            .Select(f => new MissingFact(f, gaps.Count(m => m.Contains(f)), gaps.Count(m => m.Count == 1 && m[0] == f)))
            .OrderByDescending(f => f.Programmes).ThenByDescending(f => f.OnlyGap).ThenBy(f => order.GetValueOrDefault(f.Fact, int.MaxValue))];
    }
}

/// <param name="Fact">to ask for</param>
/// <param name="Programmes">open programmes whose answer it may change</param>
/// <param name="OnlyGap">those of them that lack nothing else</param>
public sealed record MissingFact(FactDefinition Fact, int Programmes, int OnlyGap);
