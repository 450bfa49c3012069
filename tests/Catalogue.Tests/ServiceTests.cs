using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Tests;

[Trait("Kind", "rule")]
public sealed class ServiceTests
{
    [Theory]
    [InlineData("pemulangan")]
    [InlineData("rumah-singgah")]
    [InlineData("rujukan-rsj")]
    [InlineData("penanganan-pgot")]
    [InlineData("rujukan-napza")]
    [InlineData("alat-bantu")]
    [InlineData("pbi-usul")]
    [InlineData("pbi-reaktivasi")]
    [InlineData("keterangan-dtsen")]
    [InlineData("pengangkatan-anak")]
    [InlineData("izin-lks")]
    [InlineData("rekomendasi-ugb-pub")]
    [InlineData("kube")]
    [InlineData("rtlh")]
    [InlineData("logistik-bencana")]
    [InlineData("keluhan-bansos")]
    [InlineData("pemulangan-migran")]
    [InlineData("bansos-anak-lansia")]
    [InlineData("permakanan")]
    [InlineData("sandang")]
    [InlineData("santunan-kematian")]
    [InlineData("jaga-pasien")]
    [InlineData("antar-rujukan")]
    [InlineData("perawatan-rumah")]
    [InlineData("dampingi-berobat")]
    [InlineData("jemput-antar")]
    public void Every_service_of_the_handbook_is_offered_in_Balangan(string code) =>
        Assert.NotNull(Given.Balangan.Service(code, Given.Today));

    [Fact]
    public void Banjarbaru_offers_its_five_and_not_the_grant_of_Balangan()
    {
        Assert.Equal("rehsos", Given.Banjarbaru.Service("jaga-pasien", Given.Today)!.Division);
        Assert.Null(Given.Banjarbaru.Service("santunan-kematian", Given.Today));
        Assert.DoesNotContain("santunan-kematian", Given.Banjarbaru.Tiles.SelectMany(t => t.Services));
    }

    [Fact]
    public void A_day_picks_the_version_in_force()
    {
        var before = Given.Balangan.Service("pbi-reaktivasi", new(2026, 1, 31))!;
        var after = Given.Balangan.Service("pbi-reaktivasi", new(2026, 2, 1))!;

        Assert.Contains("21/2019", before.Validity.LegalBasis.Id);
        Assert.Contains("3/2026", after.Validity.LegalBasis.Id);
        Assert.Equal(RequirementNeed.IfAny, after.Requirements.Single(r => r.Document == "sktm").Need);
        Assert.Equal(RequirementNeed.Required, before.Requirements.Single(r => r.Document == "sktm").Need);
    }

    [Fact]
    public void No_service_is_in_force_before_its_first_day() =>
        Assert.Empty(Given.Balangan.Services(new(2000, 1, 1)));

    [Fact]
    public void Every_service_is_free_and_its_letter_ends_with_a_signature() => Assert.All(Given.Balangan.Services(Given.Today), s =>
    {
        Assert.Contains("Gratis", s.Cost.Id);
        if (s.LetterKind is not null) Assert.Equal(ApprovalAction.Sign, s.Approval[^1].Action);
    });

    [Fact]
    public void A_recommendation_is_acknowledged_by_the_head_before_the_manager_signs() => Assert.Equal(
        [new("kabid", ApprovalAction.Paraf), new("kadis", ApprovalAction.Acknowledge), new("manajer", ApprovalAction.Sign)],
        Given.Service("permakanan").Approval);

    [Fact]
    public void Descriptions_keep_short_sentences() => Assert.All(Given.Balangan.Services(Given.Today), s =>
        Assert.All(s.Description.Id.Split('.', StringSplitOptions.RemoveEmptyEntries), sentence => Assert.InRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 1, 16)));

    [Theory]
    [InlineData("2026-12-13", "Kepala Dinas Sosial", OfficialKind.Definitive)]
    [InlineData("2026-12-16", "Plh. Kepala Dinas Sosial", OfficialKind.Plh)]
    [InlineData("2026-12-19", "Kepala Dinas Sosial", OfficialKind.Definitive)]
    public void A_plh_signs_while_the_head_is_away(string day, string title, OfficialKind kind)
    {
        var official = Given.Balangan.Instance.OfficialFor("kadis", DateOnly.Parse(day))!;
        Assert.Equal((title, kind), (official.SignatureTitle, official.Kind));
    }

    [Fact]
    public void A_plt_fills_an_empty_chair() =>
        Assert.Equal("Plt. Kepala Dinas Sosial", Given.Banjarbaru.Instance.OfficialFor("kadis", Given.Today)!.SignatureTitle);

    [Fact]
    public void Nobody_holds_an_unknown_position() => Assert.Null(Given.Balangan.Instance.OfficialFor("bupati", Given.Today));
}
