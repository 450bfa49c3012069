using Layar.Linkage.Decision;
using Layar.Linkage.Scoring;

namespace Layar.Linkage.Tests.Decision;

[Trait("Kind", "rule")]
public sealed class DecisionTests
{
    [Fact]
    public void A_chain_of_agreements_makes_one_person()
    {
        var persons = Persons(4, (0, 1, 8), (1, 2, 7), (2, 3, 6), (0, 2, 1), (1, 3, 1), (0, 3, -2));

        Assert.Single(persons.Of.Distinct());
    }

    [Fact]
    public void One_record_between_two_persons_does_not_weld_them()
    {
        var persons = Persons(5, (0, 1, 12), (3, 4, 12), (1, 2, 5), (2, 3, 4), (0, 2, 3), (2, 4, 3), (0, 3, -10), (0, 4, -10), (1, 3, -10), (1, 4, -10));

        Assert.Equal(persons.Of[0], persons.Of[2]);
        Assert.NotEqual(persons.Of[0], persons.Of[4]);
    }

    [Fact]
    public void A_record_takes_its_heaviest_partner_only()
    {
        var matching = new OneToOne(4, 2, [new ScoredPair(0, 2, 30), new ScoredPair(1, 2, 25), new ScoredPair(1, 3, 24)], prior: -10);

        Assert.True(matching.Joined(0, 2));
        Assert.False(matching.Joined(1, 2));
        Assert.True(matching.Joined(1, 3));
    }

    [Fact]
    public void The_last_records_without_partner_need_less_evidence()
    {
        const int each = 200;
        var sure = Enumerable.Range(0, each - 1).Select(i => new ScoredPair(i, each + i, 30)).ToList();
        var weak = new ScoredPair(each - 1, each + each - 1, 5);

        Assert.True(new OneToOne(2 * each, each, [.. sure, weak], prior: -8).Joined(weak.Left, weak.Right));
        Assert.False(new OneToOne(2 * each, each, [weak], prior: -8).Joined(weak.Left, weak.Right));
    }

    [Fact]
    public void Files_with_repeated_persons_are_not_one_to_one()
    {
        Assert.False(OneToOne.Fits(30, Enumerable.Range(0, 10).SelectMany(i => new[] { new ScoredPair(i, 10 + i, 20), new ScoredPair(i, 20 + i, 20) }), _ => 1));
        Assert.True(OneToOne.Fits(20, Enumerable.Range(0, 10).Select(i => new ScoredPair(i, 10 + i, 20)), _ => 1));
    }

    [Fact]
    public void The_threshold_gives_the_greatest_expected_F1()
    {
        float[] weights = [9, 8, 7, 1, 0.5f, -4, -5];
        var pairs = weights.Select((w, i) => new ScoredPair(i, i + 10, w)).ToList();
        double Probability(ScoredPair p) => 1 / (1 + Math.Exp(-p.Weight));

        var threshold = Thresholds.From(pairs, Probability).Same;

        double Expected(double at) => 2 * pairs.Where(p => Probability(p) >= at).Sum(Probability) / (pairs.Count(p => Probability(p) >= at) + pairs.Sum(Probability));
        Assert.All(pairs, p => Assert.True(Expected(threshold) >= Expected(Probability(p)) - 1e-9));
    }

    private static Persons Persons(int records, params (int, int, double)[] odds)
    {
        var table = odds.ToDictionary(o => (o.Item1, o.Item2), o => o.Item3);
        var pairs = odds.Where(o => o.Item3 > 0).Select(o => new ScoredPair(o.Item1, o.Item2, (float)o.Item3)).Order();
        return new Persons(records, pairs, (a, b) => table.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b)), -10));
    }
}
