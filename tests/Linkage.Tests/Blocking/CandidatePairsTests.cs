using FsCheck;
using FsCheck.Fluent;
using Layar.Linkage.Blocking;

namespace Layar.Linkage.Tests.Blocking;

[Trait("Kind", "rule")]
public sealed class CandidatePairsTests
{
    private static readonly Arbitrary<int[][]> Keys = Gen.Choose(2, 60).SelectMany(n => Gen.Choose(-1, 6).ArrayOf(n).ArrayOf(3)).ToArbitrary();

    [Fact]
    public void Each_pair_that_shares_a_key_comes_once()
    {
        Prop.ForAll(Keys, keys =>
        {
            var n = keys[0].Length;
            var pairs = Pairs([.. keys.Select(k => new PassPlan(new BlockingKey("k", k), []))], n, n, twoFiles: false, long.MaxValue);
            var expected = from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) where keys.Any(k => k[i] >= 0 && k[i] == k[j]) select (i, j);
            return pairs.Order().SequenceEqual(expected.Order());
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Between_two_files_only_records_of_both_meet()
    {
        Prop.ForAll(Keys, keys =>
        {
            var n = keys[0].Length;
            var first = n / 2;
            var pairs = Pairs([.. keys.Select(k => new PassPlan(new BlockingKey("k", k), []))], n, first, twoFiles: true, long.MaxValue);
            var expected = from i in Enumerable.Range(0, first) from j in Enumerable.Range(first, n - first) where keys.Any(k => k[i] >= 0 && k[i] == k[j]) select (i, j);
            return pairs.Order().SequenceEqual(expected.Order());
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void A_block_above_the_budget_is_divided_by_the_next_key()
    {
        const int records = 1000;
        var all = new BlockingKey("all", new int[records]);
        var fine = new BlockingKey("fine", [.. Enumerable.Range(0, records).Select(i => i % 100)]);

        var pairs = Pairs([new PassPlan(all, [fine])], records, records, twoFiles: false, 10_000);

        Assert.Equal(100 * 10 * 9 / 2, pairs.Count);
        Assert.All(pairs, p => Assert.Equal(p.Item1 % 100, p.Item2 % 100));
    }

    [Fact]
    public void A_block_that_nothing_divides_is_cut_to_the_budget()
    {
        const int records = 5000;
        var pairs = Pairs([new PassPlan(new BlockingKey("all", new int[records]), [])], records, records, twoFiles: false, 50_000);

        Assert.InRange(pairs.Count, 1000, 60_000);
    }

    private static List<(int, int)> Pairs(PassPlan[] plans, int records, int first, bool twoFiles, long budget)
    {
        var candidates = new CandidatePairs([.. plans.Select(p => new BlockingPass(p, first, twoFiles, budget))], records, first, twoFiles);
        var collector = new Collector([]);
        foreach (var part in candidates.Parts) candidates.Walk(part, ref collector);
        Assert.Equal(collector.Pairs.Count, collector.Pairs.Distinct().Count());
        return collector.Pairs;
    }

    private readonly record struct Collector(List<(int, int)> Pairs) : IPairVisitor
    {
        public void Visit(int left, int right) => Pairs.Add((left, right));
    }
}
