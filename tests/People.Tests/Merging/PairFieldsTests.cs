using Layar.Linkage.Pairs;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.People.Merging;

namespace Layar.People.Tests.Merging;

[Trait("Kind", "rule")]
public sealed class PairFieldsTests
{
    private static readonly PairFields Pairs = new(Village());

    private static readonly PersonFacts Aminah = new() { Name = "Aminah binti Hasan", Nik = "6311025208520000", BirthDate = new(1952, 8, 12), Sex = "P", Area = "63.11.02.2004", Address = "Jl. Pasar 3", FamilyCard = "6311020101100000" };

    /// <summary>Two thousand people of whom a few bear each name.</summary>
    private static PersonIndex Village()
    {
        string[] first = ["Aminah", "Siti", "Muhammad", "Ahmad", "Rahmah", "Udin", "Jamilah", "Hasan", "Nurul", "Abdul"];
        string[] last = ["Hasan", "Rahman", "Yusuf", "Noor", "Aulia", "Fitri", "Saputra", "Hidayat", "Kasim", "Zainab"];
        var index = new PersonIndex();
        for (var i = 0; i < 2000; i++) index.Put(Guid.NewGuid(), $"{first[i % 10]} {last[i / 10 % 10]}", null, null, null);
        return index;
    }

    private static WeighedPair Weigh(PersonFacts a, PersonFacts b, int? years = null, int? others = null) => Pairs.Weigh(PairFields.Of(a, years), PairFields.Of(b, others));

    [Fact]
    public void One_person_written_twice_is_the_same_though_the_spelling_differs()
    {
        var pair = Weigh(Aminah, Aminah with { Name = "AMINAH BT. HASSAN", Nik = null, FamilyCard = null, Address = "Jalan Pasar No. 3" });
        Assert.Equal(PairAdvice.Same, pair.Advice);
    }

    [Fact]
    public void Twins_of_one_house_are_not_one_person()
    {
        var twin = Aminah with { Name = "Jamilah binti Hasan", Nik = "6311025208520001" };
        Assert.NotEqual(PairAdvice.Same, Weigh(Aminah, twin).Advice);
        Assert.Equal(PairAdvice.Different, Weigh(Aminah, twin with { Name = "Rusdiana Fitri" }).Advice);
    }

    [Fact]
    public void A_common_name_alone_is_not_enough() =>
        Assert.Equal(PairAdvice.Different, Weigh(new() { Name = "Siti Rahman", Sex = "P" }, new() { Name = "Siti Rahman", Sex = "P" }).Advice);

    [Fact]
    public void The_same_name_with_two_different_NIKs_and_birthdays_is_two_people() =>
        Assert.Equal(PairAdvice.Different, Weigh(Aminah, Aminah with { Nik = "6311014101700000", BirthDate = new(1970, 1, 1), Address = null, FamilyCard = null }).Advice);

    [Fact]
    public void One_digit_wrong_in_the_NIK_speaks_for_one_person()
    {
        var field = Weigh(Aminah, Aminah with { Nik = "6311025208520008" }).Evidence.Single(e => e.Column == "nik");
        Assert.True(field.Weight > 3, $"{field.Weight}");
    }

    [Fact]
    public void The_weights_add_up_and_what_is_missing_weighs_nothing()
    {
        var pair = Weigh(Aminah, new() { Name = "Aminah Hasan", Sex = "P" }, others: 74);
        Assert.Equal(pair.Weight, pair.Evidence.Sum(e => e.Weight), 6);
        Assert.Equal(0, pair.Evidence.Single(e => e.Column == "nik").Weight);
        Assert.InRange(pair.Probability, 0, 1);
    }

    [Fact]
    public void A_rare_name_weighs_more_than_a_common_one()
    {
        double Weight(string name) => Weigh(new() { Name = name }, new() { Name = name }).Evidence.Single(e => e.Column == "name").Weight;
        Assert.True(Weight("Wulandari Kesumaningrum") > Weight("Siti Rahman"));
    }

    [Fact]
    public void It_is_the_same_whichever_stands_left()
    {
        var other = Aminah with { Name = "Aminah", BirthDate = new(1952, 12, 8) };
        Assert.Equal(Weigh(Aminah, other).Weight, Weigh(other, Aminah).Weight, 6);
    }
}
