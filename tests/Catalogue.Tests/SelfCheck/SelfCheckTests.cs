using Layar.Catalogue.Contracts;
using Layar.Catalogue.SelfCheck;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue.Tests.SelfCheck;

[Trait("Kind", "rule")]
public sealed class SelfCheckTests
{
    private static readonly IServiceProvider Services = new ServiceCollection().AddCatalogue(new CatalogueSettings()).BuildServiceProvider();
    private static readonly IProgrammes Programmes = Services.GetRequiredService<IProgrammes>();
    private static readonly SelfCheckBook Book = Services.GetRequiredService<SelfCheckBook>();

    [Fact]
    public void The_questions_are_those_that_decide_most_programmes()
    {
        var asked = Book.Questions.SelectMany(q => q.Options.SelectMany(o => o.Sets.Concat(o.Member)).Select(e => e.Fact).Append(q.Fact)).ToHashSet();
        var most = Ranking.Missing(Programmes.Ask(new FactSheet(), Given.Today, ProgrammeKind.Aid).Select(a => a.Proof), Programmes.Facts).Take(7).Select(m => m.Fact.Code);
        Assert.Empty(most.Except(asked).Except(["sktm", "pernah_menerima"]));
    }

    [Fact]
    public void An_answer_left_out_stays_unknown() => Assert.Empty(Sheet("usia=30").Codes.Except(["usia"]));

    [Fact]
    public void Who_ticks_one_aid_says_that_the_others_are_not_received()
    {
        var receives = Sheet("menerima=pkh").Read("menerima")!.Value;
        Assert.Equal((Truth.Yes, Truth.No, Truth.Unknown), (receives.Holds("PKH"), receives.Holds("SEMBAKO"), receives.Holds("YAPI")));
    }

    [Fact]
    public void Who_lives_there_is_known_when_it_was_answered()
    {
        Assert.False(Sheet("usia=30").HouseholdComplete);
        var family = Sheet("usia=30&serumah=anak-kecil");
        Assert.Equal((true, 2), (family.HouseholdComplete, family.Household.Count));
        Assert.Equal((0, 6), family.Household[1].Read("usia")!.Value.Bounds(null));
    }

    [Theory]
    [InlineData("usia=30&desil=1-2&serumah=anak-kecil", Truth.Yes)]
    [InlineData("usia=30&desil=1-2&serumah=tidak-ada", Truth.No)]
    [InlineData("usia=30&desil=1-2", Truth.Unknown)]
    [InlineData("usia=30&desil=6-10&serumah=anak-kecil", Truth.No)]
    [InlineData("usia=30&desil=tidak-tahu&serumah=anak-kecil", Truth.Unknown)]
    [InlineData("usia=30&desil=1-2&serumah=anak-kecil&serumah=pegawai", Truth.No)]
    public void Pkh_follows_from_the_answers(string query, Truth truth) =>
        Assert.Equal(truth, Programmes.Ask(Sheet(query), Given.Today).Single(a => a.Programme.Code == "pkh").Proof.Truth);

    private static FactSheet Sheet(string query) => new CheckAnswers(Book.Questions, new QueryCollection(QueryHelpers.ParseQuery(query))).Sheet(Programmes.Facts);
}
