using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;
using Layar.Eligibility.Running;
using Layar.Planning.Replays.Counting;

namespace Layar.Planning.Replays.Running;

/// <summary>The rules of one replay, in the order in which they are compiled.</summary>
/// <param name="programme">that is tried out</param>
/// <param name="was">rule that it would replace; null when there is none</param>
/// <param name="facts">its own code among the programmes</param>
/// <param name="parameters">dated figures</param>
internal sealed class TriedRules(Programme programme, Rule? was, FactCatalogue facts, RuleParameters parameters)
{
    public Programme Programme => programme;

    public Rule? Was => was;

    public IReadOnlyList<Rule> All { get; } =
        [programme.Rule, Rule.Parse($"menerima \"{programme.Code.ToUpperInvariant()}\"", facts, parameters), .. was is null ? [] : new[] { was }, .. programme.Components.Select(c => c.Rule), .. new RowGaps(programme.Rule).Parts];

    public RulePlaces Places => new(0, 1, was is null ? -1 : 2, was is null ? 2 : 3, (was is null ? 2 : 3) + programme.Components.Count);

    /// <summary>Tells what is missing where the rule has no answer.</summary>
    public RowGaps Gaps { get; } = new(programme.Rule);
}
