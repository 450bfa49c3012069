using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Eligibility.Proofs;

/// <summary>Something that is not known and that may change an answer.</summary>
/// <param name="Fact">to ask for</param>
/// <param name="Choice">of a choice, a set or a history: which one is not known; null for other facts</param>
public sealed record Gap(FactDefinition Fact, string? Choice)
{
    /// <summary>Everything that a part of a rule asks about; empty for groups.</summary>
    internal static IEnumerable<Gap> Of(Condition condition) => condition switch
    {
        Condition.Contains c => c.Choices.Select(x => new Gap(c.Fact, x)),
        Condition.Ever e => [new(e.Fact, e.Choice)],
        { AskedFact: { } fact } => [new(fact, null)],
        _ => [],
    };
}
