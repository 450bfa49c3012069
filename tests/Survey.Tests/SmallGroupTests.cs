using System.Text;
using Layar.Survey.Contracts;

namespace Layar.Survey.Tests;

[Trait("Kind", "rule")]
public sealed class SmallGroupTests
{
    private sealed record Cell(int Quarter, string Key, int Count);

    [Fact]
    public void No_difference_of_two_filters_leads_to_a_group_of_fewer_than_five()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 500; round++)
        {
            var cells = Enumerable.Range(1, 4).SelectMany(q => Enumerable.Range(0, random.Next(1, 9)).Select(s => new Cell(q, $"s{s}", random.Next(0, random.Next(2, 15))))).ToList();
            var blocks = SmallGroups.Release(cells, c => c.Quarter, c => c.Key, c => c.Count);
            Assert.All(blocks, b => Assert.True(b.Count >= 5));
            var filters = Filters(blocks).ToList();
            foreach (var a in filters)
                foreach (var b in filters)
                    Assert.False(Rest(a, b) is > 0 and < 5, $"round {round}");
        }
    }

    [Fact]
    public void Nobody_is_lost_but_the_last_few_of_a_year()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var cells = Enumerable.Range(1, 4).SelectMany(q => Enumerable.Range(0, 4).Select(s => new Cell(q, $"s{s}", random.Next(0, 6)))).ToList();
            var shown = SmallGroups.Release(cells, c => c.Quarter, c => c.Key, c => c.Count).Sum(b => b.Count);
            Assert.InRange(cells.Sum(c => c.Count) - shown, 0, 4);
        }
    }

    [Fact]
    public void A_single_small_group_takes_the_next_one_with_it()
    {
        var blocks = SmallGroups.Release([new Cell(1, "a", 3), new Cell(1, "b", 7), new Cell(1, "c", 20)], c => c.Quarter, c => c.Key, c => c.Count);
        Assert.Equal([(null, 10), ("c", 20)], blocks.Select(b => (b.Key, b.Count)));
        Assert.Equal(["a", "b"], SmallGroups.Hidden(new Dictionary<string, int> { ["a"] = 3, ["b"] = 7, ["c"] = 20 }).Order());
    }

    // What a reader can ask for: the year or a quarter, all services or one.
    private static IEnumerable<HashSet<int>> Filters(IReadOnlyList<ReleasedGroup<Cell>> blocks)
    {
        foreach (var quarter in new int?[] { null, 1, 2, 3, 4 })
            foreach (var key in blocks.Select(b => b.Key ?? "pool").Append("all").Distinct())
                yield return Enumerable.Range(0, blocks.Count).Where(i => (quarter is null || blocks[i].Quarter == quarter) && (key == "all" || (blocks[i].Key ?? "pool") == key))
                    .SelectMany(i => Enumerable.Range(0, blocks[i].Count).Select(n => i * 10_000 + n)).ToHashSet();
    }

    private static int Rest(HashSet<int> a, HashSet<int> b) => a.Count(x => !b.Contains(x));
}
