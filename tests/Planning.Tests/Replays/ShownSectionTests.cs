using FsCheck;
using FsCheck.Fluent;
using Layar.Planning.Replays.Counting;
using Layar.Planning.Replays.Reading;

namespace Layar.Planning.Tests.Replays;

[Trait("Kind", "rule")]
public sealed class ShownSectionTests
{
    private static Section Section(IReadOnlyList<(int Eligible, int Unmet, int Others)> villages)
    {
        var groups = new SortedDictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var (i, (eligible, unmet, others)) in villages.Index())
            groups[$"{i:000}"] = new() { People = eligible + others, Eligible = eligible, Unmet = Math.Min(unmet, eligible), Receiving = eligible - Math.Min(unmet, eligible), Unknown = others / 2 };
        var total = new Cell();
        foreach (var cell in groups.Values) total.Add(cell);
        return new(total, new Dictionary<Facet, SortedDictionary<string, Cell>> { [Facet.Village] = groups });
    }

    [Fact]
    public void Nothing_from_one_to_four_is_shown_or_left_over_when_the_shown_is_taken_from_the_whole()
    {
        var villages = Gen.Choose(0, 12).Three().Select(t => (t.Item1, t.Item2, t.Item3)).ListOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(villages.ToArbitrary(), all =>
        {
            var section = Section([.. all]);
            var shown = new ShownSection(section, whole: false).Groups(Facet.Village);
            var sum = new Cell();
            foreach (var group in shown)
            {
                if (ShownSection.IsSmall(group.Cell)) return false;
                sum.Add(group.Cell);
            }
            return shown.Count == 0 || sum.Counts().SequenceEqual(section.Total.Counts());
        }));
    }

    [Fact]
    public void Who_may_see_persons_sees_every_group() =>
        Assert.Equal(3, new ShownSection(Section([(1, 0, 0), (9, 2, 3), (40, 4, 4)]), whole: true).Groups(Facet.Village).Count);

    [Fact]
    public void Of_the_whole_a_small_move_hides_what_would_give_it_away()
    {
        var total = new ShownTotal(new() { People = 500, Eligible = 100, Was = 98, Entered = 2, Left = 0, Unmet = 60, Receiving = 40 }, whole: false);
        Assert.Equal((100, null, null, null), (total.Eligible, total.Was, total.Entered, total.Left));
    }
}
