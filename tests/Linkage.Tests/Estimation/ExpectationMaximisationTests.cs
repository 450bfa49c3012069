using Layar.Linkage.Comparison;
using Layar.Linkage.Estimation;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Tests.Estimation;

[Trait("Kind", "rule")]
public sealed class ExpectationMaximisationTests
{
    private const int Fields = 4;
    private static readonly double[] TrueM = [0.9, 0.8, 0.7, 0.95];
    private static readonly double[] TrueU = [0.02, 0.01, 0.1, 0.005];

    [Fact]
    public void Probabilities_are_recovered_from_pairs_without_labels()
    {
        var pairs = Drawn(2_000_000, same: 0.001);

        var model = new ExpectationMaximisation(Personal(), [-1, -1, -1, -1], pairs, pairs, pairs.Total, 4000).Learn(TestContext.Current.CancellationToken);

        Assert.Equal(0.001, model.Same, 0.0001);
        for (var f = 0; f < Fields; f++)
        {
            Assert.Equal(TrueM[f], model.M[f, 0, (int)AgreementLevel.Exact], 0.05);
            Assert.Equal(TrueU[f], model.U[f, 0, (int)AgreementLevel.Exact], 0.002);
        }
    }

    [Fact]
    public void Every_row_of_probabilities_adds_up_to_one()
    {
        var pairs = Drawn(200_000, same: 0.01);
        var model = new ExpectationMaximisation(Personal(), [-1, 0, 1, -1], pairs, pairs, pairs.Total, 4000).Learn(TestContext.Current.CancellationToken);

        foreach (var table in new[] { model.M, model.U })
            for (var f = 0; f < Fields; f++) for (var row = 0; row < 8; row++) Assert.Equal(1, table.Row(f, row)[1..].ToArray().Sum(), 6);
    }

    [Fact]
    public void Fields_that_agree_together_among_strangers_hang_together()
    {
        var random = new Random(3);
        var counts = new Dictionary<ulong, int>();
        for (var i = 0; i < 300_000; i++)
        {
            var place = random.NextDouble() < 0.01 ? 1UL : 7;
            var code = place == 1 ? 1UL : random.NextDouble() < 0.001 ? 1UL : 7;
            var name = random.NextDouble() < 0.02 ? 1UL : 7;
            var pattern = name | place << 3 | code << 6;
            counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
        }

        Assert.Equal([-1, -1, 1], DependenceTree.Of(PatternCounts.Merge([counts]), 3));
    }

    private static PatternCounts Drawn(int pairs, double same)
    {
        var random = new Random(1);
        var counts = new Dictionary<ulong, int>();
        for (var i = 0; i < pairs; i++)
        {
            var chances = random.NextDouble() < same ? TrueM : TrueU;
            var pattern = 0UL;
            for (var f = 0; f < Fields; f++) pattern |= (random.NextDouble() < chances[f] ? 1UL : 7UL) << 3 * f;
            counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
        }
        return PatternCounts.Merge([counts]);
    }

    private static List<Field> Personal() => [.. Enumerable.Range(0, Fields).Select(i => new Field(new FieldColumn($"f{i}", FieldKind.Identifier), new ValueDomain(FieldKind.Identifier), []))];
}
