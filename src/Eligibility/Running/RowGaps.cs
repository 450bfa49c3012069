using Layar.Eligibility.Language;
using Layar.Eligibility.Proofs;

namespace Layar.Eligibility.Running;

/// <summary>
/// What is not known of a row and may change the answer of a rule, as <see cref="Proof.Gaps"/> says of one person. The parts of the rule are
/// compiled as rules of their own; from their answers it follows which of them left the whole open.
/// </summary>
public sealed class RowGaps
{
    private readonly List<Rule> parts = [];
    private readonly Node root;

    public RowGaps(Rule rule) => root = Made(rule.Condition);

    /// <summary>To be compiled one after another with the rules of the run.</summary>
    public IReadOnlyList<Rule> Parts => parts;

    /// <param name="answers">of the run</param>
    /// <param name="first">place of the first part among its rules</param>
    /// <param name="table">that was asked</param>
    /// <param name="row">of the table</param>
    /// <returns>empty when the answer is known; members: others may live there of whom nothing is known</returns>
    public (IReadOnlyList<Gap> Gaps, bool Members) Of(RuleAnswers answers, int first, FactTable table, int row)
    {
        var found = new Found(answers, first, table);
        found.Look(root, row);
        return ([.. found.Gaps], found.Members);
    }

    private Node Made(Condition condition)
    {
        var place = parts.Count;
        parts.Add(new(condition));
        return condition switch
        {
            Condition.Contains { Choices.Count: > 1 } c => new(place, [.. c.Choices.Select(x => Made(c with { Choices = [x] }))], [], false),
            Condition.Members m => new(place, [Made(m.Inner)], [.. m.Tree().SelectMany(Gap.Of)], true),
            Condition.Count c => new(place, [Made(c.Inner)], [.. c.Tree().SelectMany(Gap.Of)], true),
            Condition.Group g => new(place, [.. g.Parts.Select(Made)], [], false),
            Condition.Not n => new(place, [Made(n.Part)], [], false),
            _ => new(place, [], [.. Gap.Of(condition)], false),
        };
    }

    /// <param name="Place">among the parts</param>
    /// <param name="Below">parts of it; of a household the one that each member is asked</param>
    /// <param name="Asks">of a part without others, and of a household all that stands below</param>
    /// <param name="Household">asks everybody who lives there</param>
    private sealed record Node(int Place, IReadOnlyList<Node> Below, IReadOnlyList<Gap> Asks, bool Household);

    private sealed class Found(RuleAnswers answers, int first, FactTable table)
    {
        public HashSet<Gap> Gaps { get; } = [];

        public bool Members { get; private set; }

        public void Look(Node node, int row)
        {
            if (answers[first + node.Place, row] != Truth.Unknown) return;
            if (node.Household && table.KnowsHousehold(row))
            {
                foreach (var member in table.LivingWith(row)) Look(node.Below[0], member);
                return;
            }
            Members |= node.Household;
            if (node.Household || node.Below.Count == 0) Gaps.UnionWith(node.Asks);
            else foreach (var part in node.Below) Look(part, row);
        }
    }
}
