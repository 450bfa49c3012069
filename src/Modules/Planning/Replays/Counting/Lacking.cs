using Layar.Eligibility.Proofs;
using Layar.Eligibility.Running;

namespace Layar.Planning.Replays.Counting;

/// <summary>Something that is not known, and how many wait for it.</summary>
/// <param name="Fact">code of the fact; empty for members of families of whom nothing is known</param>
/// <param name="Choice">which choice of it is not known</param>
/// <param name="People">without an answer who lack it</param>
/// <param name="Only">of them, who lack nothing else</param>
internal sealed record LackedFact(string Fact, string? Choice, int People, int Only);

/// <summary>Counts why people stay without an answer.</summary>
internal sealed class Lacking(RowGaps gaps, RuleAnswers answers, int first, FactTable table)
{
    private static readonly (string, string?) Members = ("", null);
    private readonly Dictionary<(string Fact, string? Choice), (int People, int Only)> counts = [];

    public void Add(int row)
    {
        var (open, members) = gaps.Of(answers, first, table, row);
        var lacked = open.Select(g => (g.Fact.Code, g.Choice)).ToList();
        if (members) lacked.Add(Members);
        foreach (var one in lacked)
        {
            var (people, only) = counts.GetValueOrDefault(one);
            counts[one] = (people + 1, only + (lacked.Count == 1 ? 1 : 0));
        }
    }

    /// <summary>First what most people wait for.</summary>
    public IReadOnlyList<LackedFact> Ranked => [.. counts.Select(c => new LackedFact(c.Key.Fact, c.Key.Choice, c.Value.People, c.Value.Only))
        .OrderByDescending(l => l.People).ThenByDescending(l => l.Only).ThenBy(l => l.Fact, StringComparer.Ordinal).ThenBy(l => l.Choice, StringComparer.Ordinal)];
}
