using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Tests.Invented;

namespace Layar.Eligibility.Tests.Proofs;

[Trait("Kind", "rule")]
public sealed class ReasonTests
{
    private static readonly FactSheet Grandmother = new FactSheet().Set("usia", FactValue.Of(67), "KTP", new(2026, 3, 1)).Set("desil", FactValue.Of(3), "DTSEN", new(2026, 7, 1));

    [Fact]
    public void Unknown_is_never_no()
    {
        var proof = Prove("usia >= 60 dan tidak menerima \"PKH\"", Grandmother);
        Assert.Equal(Truth.Unknown, proof.Truth);
        Assert.Equal("menerima", Assert.Single(proof.Missing).Code);
    }

    [Fact]
    public void A_fact_that_can_no_longer_matter_is_not_asked_for()
    {
        Assert.Equal(Truth.Yes, Prove("usia >= 60 atau hamil", Grandmother).Truth);
        Assert.Equal(Truth.No, Prove("usia < 60 dan hamil", Grandmother).Truth);
        Assert.Empty(Prove("usia < 60 dan hamil", Grandmother).Missing);
    }

    [Theory]
    [InlineData("usia >= 60", "Usia: 67 tahun. Cocok dengan syarat: usia paling sedikit 60 tahun.")]
    [InlineData("usia < 18", "Usia: 67 tahun. Tidak cocok dengan syarat: usia kurang dari 18 tahun.")]
    [InlineData("hamil", "Hamil belum diketahui. Syarat: hamil.")]
    [InlineData("desil antara 1 sampai 4", "Desil: 3. Cocok dengan syarat: desil antara 1 dan 4.")]
    public void A_reason_reads_as_a_sentence(string rule, string sentence) =>
        Assert.Equal(sentence, new ReasonWords(Given.Indonesian, Given.Now).Sentence(Prove(rule, Grandmother).Root));

    [Theory]
    [InlineData("usia >= 60", "Usia: 67 tahun (syarat: paling sedikit 60 tahun)")]
    [InlineData("tidak usia < 18", "Usia: 67 tahun (syarat: tidak kurang dari 18 tahun)")]
    [InlineData("tidak hamil", "Hamil belum diketahui. Syarat: tidak hamil.")]
    public void A_list_has_the_reason_in_a_few_words(string rule, string words) =>
        Assert.Equal(words, new ReasonWords(Given.Indonesian, Given.Now).Brief(Prove(rule, Grandmother).Root));

    [Fact]
    public void What_is_known_of_one_fact_is_said_once_with_every_requirement() => Assert.Equal(["Usia: 67 tahun (syarat: kurang dari 18 tahun; antara 20 dan 55 tahun)"],
        new ReasonWords(Given.Indonesian, Given.Now).Brief(Prove("usia < 18 atau usia antara 20 sampai 55", Grandmother).Root.Decisive()));

    [Fact]
    public void What_is_denied_and_fits_is_said_to_fit() => Assert.Equal("Hamil: tidak. Cocok dengan syarat: tidak hamil.",
        new ReasonWords(Given.Indonesian, Given.Now).Sentence(Prove("tidak hamil", new FactSheet().Set("hamil", FactValue.Of(false))).Root.Decisive().Single()));

    [Fact]
    public void A_reason_shows_where_a_fact_comes_from() =>
        Assert.Equal("DTSEN, 1 Juli 2026", new ReasonWords(Given.Indonesian, Given.Now).Origin(Prove("desil <= 4", Grandmother).Root.Reading!));

    [Fact]
    public void An_answer_that_is_too_old_is_unknown_and_says_so()
    {
        var old = new FactSheet().Set("desil", FactValue.Of(3), "DTKS", new(2024, 1, 1));
        var proof = Prove("desil <= 4", old);
        Assert.Equal((Truth.Unknown, true), (proof.Truth, proof.Root.Stale));
        Assert.Equal("Desil terakhir diketahui 1 Januari 2024, sudah terlalu lama. Syarat: desil paling banyak 4.", new ReasonWords(Given.Indonesian, Given.Now).Sentence(proof.Root));
    }

    [Theory]
    [InlineData(60, 70, "usia >= 60", Truth.Yes)]
    [InlineData(55, 65, "usia >= 60", Truth.Unknown)]
    [InlineData(30, 40, "usia >= 60", Truth.No)]
    [InlineData(30, 40, "usia <> 50", Truth.Yes)]
    [InlineData(30, 40, "usia antara 20 sampai 45", Truth.Yes)]
    public void An_estimated_age_decides_where_it_can(int low, int high, string rule, Truth truth) =>
        Assert.Equal(truth, Prove(rule, new FactSheet().Set("usia", FactValue.Between(low, high))).Truth);

    [Theory]
    [InlineData("2026-06-30", Truth.Yes)]
    [InlineData("2026-07-01", Truth.No)]
    public void A_figure_has_the_value_of_the_day(string day, Truth truth) =>
        Assert.Equal(truth, Prover.Prove(Given.Rule("desil <= batas(\"desil_pkh\")"), new FactSheet().Set("desil", FactValue.Of(5)), new(DateOnly.Parse(day), Given.Parameters)).Truth);

    [Theory]
    [InlineData("2021-11-22", Truth.Yes)]
    [InlineData("2021-11-21", Truth.No)]
    public void Five_years_end_on_their_day(string last, Truth truth) => Assert.Equal(truth, Prove("pernah menerima \"RTLH\" dalam 5 tahun",
        new FactSheet().Set("pernah_menerima", FactValue.Happened([KeyValuePair.Create("RTLH", (DateOnly?)DateOnly.Parse(last))]))).Truth);

    [Fact]
    public void Never_is_known_and_silence_is_not()
    {
        var sheet = new FactSheet().Set("pernah_menerima", FactValue.Happened([KeyValuePair.Create("RTLH", (DateOnly?)null)]));
        Assert.Equal(Truth.No, Prove("pernah menerima \"RTLH\"", sheet).Truth);
        Assert.Equal(Truth.Unknown, Prove("pernah menerima \"SANDANG\"", sheet).Truth);
    }

    [Theory]
    [InlineData("ada anggota (usia <= 6)", true, Truth.Yes)]
    [InlineData("ada anggota (hamil)", true, Truth.Unknown)]
    [InlineData("ada anggota (usia > 80)", true, Truth.No)]
    [InlineData("ada anggota (usia > 80)", false, Truth.Unknown)]
    [InlineData("semua anggota (usia <= 70)", true, Truth.Yes)]
    [InlineData("semua anggota (usia <= 70)", false, Truth.Unknown)]
    [InlineData("semua anggota (usia <= 6)", false, Truth.No)]
    [InlineData("jumlah anggota (usia >= 0) = 2", true, Truth.Yes)]
    [InlineData("jumlah anggota (usia >= 0) = 2", false, Truth.Unknown)]
    [InlineData("jumlah anggota (usia >= 0) >= 2", false, Truth.Yes)]
    public void A_household_answers_for_the_members_that_are_known(string rule, bool complete, Truth truth)
    {
        var child = new FactSheet().Set("usia", FactValue.Of(4));
        var person = new FactSheet().Set("usia", FactValue.Of(67));
        Assert.Equal(truth, Prove(rule, person.LivesWith([person, child], complete)).Truth);
    }

    [Fact]
    public void What_decides_most_programmes_is_asked_first()
    {
        var proofs = new[] { "usia >= 60 dan hamil", "hamil", "desil <= 4 dan rumah = \"sewa\" dan hamil", "rumah = \"milik\"" }.Select(r => Prove(r, Grandmother));
        var missing = Ranking.Missing(proofs, Given.Facts);
        Assert.Equal([("hamil", 3, 2), ("rumah", 2, 1)], missing.Select(m => (m.Fact.Code, m.Programmes, m.OnlyGap)));
    }

    private static Proof Prove(string rule, FactSheet person) => Prover.Prove(Given.Rule(rule), person, Given.Now);
}
