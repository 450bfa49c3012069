using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue.Tests;

[Trait("Kind", "rule")]
public sealed class ProgrammeTests
{
    private static readonly IProgrammes Programmes = new ServiceCollection().AddCatalogue(new CatalogueSettings()).BuildServiceProvider().GetRequiredService<IProgrammes>();

    [Theory]
    [InlineData("pkh", GovernmentLevel.Centre, "usul-data", "linjamsos")]
    [InlineData("sembako", GovernmentLevel.Centre, "usul-data", "linjamsos")]
    [InlineData("pbi-jk", GovernmentLevel.Centre, "pbi-usul", "linjamsos")]
    [InlineData("pbi-reaktivasi", GovernmentLevel.Centre, "pbi-reaktivasi", "linjamsos")]
    [InlineData("pbi-apbd", GovernmentLevel.Regency, "pbi-usul", "linjamsos")]
    [InlineData("pip", GovernmentLevel.Centre, "rekomendasi-umum", "linjamsos")]
    [InlineData("kip-kuliah", GovernmentLevel.Centre, "rekomendasi-umum", "linjamsos")]
    [InlineData("atensi", GovernmentLevel.Centre, "rekomendasi-umum", "linjamsos")]
    [InlineData("yapi", GovernmentLevel.Centre, "yatim-piatu", "rehsos")]
    [InlineData("permakanan-tunggal", GovernmentLevel.Centre, "permakanan", "rehsos")]
    [InlineData("rst", GovernmentLevel.Centre, "rtlh", "linjamsos")]
    [InlineData("kube", GovernmentLevel.Centre, "kube", "rehsos")]
    [InlineData("pena", GovernmentLevel.Centre, "pelatihan", "rehsos")]
    [InlineData("blt-dd", GovernmentLevel.Village, "usul-data", "linjamsos")]
    [InlineData("alat-bantu", GovernmentLevel.Regency, "alat-bantu", "rehsos")]
    [InlineData("santunan-kematian", GovernmentLevel.Regency, "santunan-kematian", "linjamsos")]
    [InlineData("logistik-bencana", GovernmentLevel.Regency, "logistik-bencana", "linjamsos")]
    [InlineData("subsidi-listrik", GovernmentLevel.Centre, "keluhan-bansos", "linjamsos")]
    public void Every_programme_of_the_handbook_is_there(string code, GovernmentLevel level, string service, string division)
    {
        var programme = Programmes.Find(code, Given.Today)!;
        Assert.Equal((level, service, division), (programme.Level, programme.Service, programme.Division));
        Assert.Contains("Gratis", programme.Cost.Id);
    }

    [Fact]
    public void Every_service_that_is_offered_can_be_granted() =>
        Assert.Empty(Given.Balangan.Services(Given.Today).Select(s => s.Code).Except(Programmes.On(Given.Today).Select(p => p.Service)));

    [Fact]
    public void What_the_handbook_does_not_vouch_for_awaits_confirmation()
    {
        Assert.True(Programmes.Find("sembako", Given.Today)!.AwaitsConfirmation);
        Assert.False(Programmes.Find("pbi-jk", Given.Today)!.AwaitsConfirmation);
    }

    [Fact]
    public void Banjarbaru_has_no_grant_of_Balangan() => Assert.Null(
        new ServiceCollection().AddCatalogue(new CatalogueSettings { Area = "63.72" }).BuildServiceProvider().GetRequiredService<IProgrammes>().Find("santunan-kematian", Given.Today));

    [Fact]
    public void A_poor_family_with_a_small_child_gets_pkh_and_sembako()
    {
        var answers = Answers(Family());
        Assert.Equal((Truth.Yes, Truth.Yes), (answers["pkh"].Proof.Truth, answers["sembako"].Proof.Truth));
    }

    [Fact]
    public void A_decile_that_is_not_known_is_asked_for_and_refuses_nobody()
    {
        var answer = Answers(new FactSheet().Set("keluarga_pegawai_negara", FactValue.Of(false)))["sembako"];
        Assert.Equal(Truth.Unknown, answer.Proof.Truth);
        Assert.Equal("desil", Assert.Single(answer.Proof.Missing).Code);
    }

    [Fact]
    public void A_civil_servant_gets_no_pkh_whatever_else_is_unknown() =>
        Assert.Equal(Truth.No, Answers(new FactSheet().Set("keluarga_pegawai_negara", FactValue.Of(true)))["pkh"].Proof.Truth);

    [Fact]
    public void Programmes_that_exclude_each_other_name_each_other()
    {
        var person = new FactSheet().Set("warga", FactValue.Of(true)).Set("desil", FactValue.Of(2)).Set("keluarga_pegawai_negara", FactValue.Of(false))
            .Set("jaminan_kesehatan", FactValue.Chosen(Programmes.Facts.Find("jaminan_kesehatan")!, "tidak-punya"));
        Assert.Equal(["pbi-apbd"], Answers(person)["pbi-jk"].Clashes);
    }

    [Theory]
    [InlineData("2026-01-31", 150, Truth.Yes)]
    [InlineData("2026-11-21", 150, Truth.Yes)]
    [InlineData("2026-11-21", 200, Truth.No)]
    public void Reactivation_ends_six_months_after_the_card(string day, int daysAgo, Truth truth)
    {
        var today = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var person = new FactSheet().Set("jaminan_kesehatan", FactValue.Chosen(Programmes.Facts.Find("jaminan_kesehatan")!, "nonaktif")).Set("tanggal_nonaktif_pbi", FactValue.Of(today.AddDays(-daysAgo)))
            .Set("surat_faskes", FactValue.Of(true)).Set("keluarga_pegawai_negara", FactValue.Of(false));
        Assert.Equal(truth, Programmes.Ask(person, today).Single(a => a.Programme.Code == "pbi-reaktivasi").Proof.Truth);
    }

    [Fact]
    public void Who_gets_an_exclusive_programme_already_is_told_at_the_other_one()
    {
        var person = Programmes.Sheet([new Trace(TraceKind.Programme, "blt-dd", [], "Desa", Given.Today.AddDays(-20))], [], Given.Today);
        person.Set("desil", FactValue.Of(1)).Set("keluarga_pegawai_negara", FactValue.Of(false));
        var food = Answers(person)["sembako"];
        Assert.Equal((Truth.Yes, "blt-dd"), (food.Proof.Truth, Assert.Single(food.Clashes)));
        Assert.Empty(Answers(Family())["sembako"].Clashes.Except(["blt-dd"]));
        Assert.NotNull(Answers(person)["blt-dd"].Receives);
    }

    [Fact]
    public void Pkh_counts_two_small_children_and_four_persons_at_most()
    {
        var members = new[] { Member(1), Member(2), Member(4), Member(9, school: true), Member(14, school: true), Member(67) };
        var shares = Shares(members);
        Assert.Equal([("usia-dini", 2, 6_000_000L), ("smp", 1, 1_500_000L), ("lansia", 1, 2_400_000L)], shares.Select(s => (s.Component.Code, s.Members, s.YearlyRupiah)));
    }

    [Fact]
    public void A_member_counts_once() => Assert.Equal([("lansia", 1)], Shares([Member(70).Set("disabilitas_berat", FactValue.Of(false))]).Select(s => (s.Component.Code, s.Members)));

    [Fact]
    public void Of_an_unknown_age_nothing_is_promised() => Assert.Empty(Shares([new FactSheet()]));

    [Fact]
    public void Programmes_without_components_have_no_shares() => Assert.Empty(Programmes.Shares(Programmes.Find("sembako", Given.Today)!, Family(), Given.Today));

    private static Dictionary<string, ProgrammeProof> Answers(FactSheet person) => Programmes.Ask(person, Given.Today).ToDictionary(a => a.Programme.Code);

    private static IReadOnlyList<ComponentShare> Shares(FactSheet[] members) => Programmes.Shares(Programmes.Find("pkh", Given.Today)!, members[0].LivesWith(members, complete: true), Given.Today);

    private static FactSheet Family()
    {
        var person = Member(30).Set("desil", FactValue.Of(2)).Set("keluarga_pegawai_negara", FactValue.Of(false));
        return person.LivesWith([person, Member(3)], complete: true);
    }

    private static FactSheet Member(int age, bool school = false) =>
        new FactSheet().Set("usia", FactValue.Of(age)).Set("sekolah", FactValue.Of(school)).Set("hamil", FactValue.Of(false)).Set("disabilitas_berat", FactValue.Of(false));
}
