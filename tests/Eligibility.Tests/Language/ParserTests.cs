using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;
using Layar.Eligibility.Tests.Invented;

namespace Layar.Eligibility.Tests.Language;

[Trait("Kind", "rule")]
public sealed class ParserTests
{
    [Theory]
    [InlineData("usia >= 60 dan (desil <= 4 atau label memuat \"terlantar\") dan tidak menerima \"PKH\"")]
    [InlineData("usia antara 6 sampai 21")]
    [InlineData("penghasilan < 1.250.000")]
    [InlineData("tidak pernah menerima \"RTLH\" dalam 5 tahun")]
    [InlineData("pernah menerima \"PKH\"")]
    [InlineData("tanggal_nonaktif dalam 6 bulan")]
    [InlineData("tanggal_nonaktif >= 2026-02-01")]
    [InlineData("jenis_kelamin = \"P\" dan rumah salah satu (\"sewa\", \"menumpang\")")]
    [InlineData("rumah <> \"milik\"")]
    [InlineData("label memuat semua (\"odgj\", \"terlantar\")")]
    [InlineData("menerima salah satu (\"PKH\", \"SEMBAKO\")")]
    [InlineData("ada anggota (hamil atau usia <= 6)")]
    [InlineData("semua anggota (usia >= batas(\"usia_lansia\"))")]
    [InlineData("jumlah anggota (usia antara 0 sampai 6) >= 2")]
    [InlineData("selalu")]
    [InlineData("tidak (hamil atau disabilitas_berat)")]
    public void The_normal_form_of_a_rule_is_itself(string text) => Assert.Equal(text, Given.Rule(text).ToString());

    [Theory]
    [InlineData("USIA≥60 DAN Hamil", "usia >= 60 dan hamil")]
    [InlineData("(hamil) dan (disabilitas_berat dan usia > 1)", "hamil dan disabilitas_berat dan usia > 1")]
    [InlineData("usia antara 6 dan 21 dan hamil", "usia antara 6 sampai 21 dan hamil")]
    [InlineData("menerima memuat “pkh”", "menerima \"PKH\"")]
    [InlineData("pernah_menerima \"PKH\"", "pernah menerima \"PKH\"")]
    [InlineData("hamil\n  dan\tusia = 17", "hamil dan usia = 17")]
    public void Other_ways_to_write_are_read_as_the_same(string typed, string normal) => Assert.Equal(normal, Given.Rule(typed).ToString());

    [Theory]
    [InlineData("usai >= 60", "unknown-fact-nearest", 1, 1, 4)]
    [InlineData("hamil dan\n  warna = 1", "unknown-fact", 2, 3, 5)]
    [InlineData("usia = \"tua\"", "expected-number", 1, 8, 5)]
    [InlineData("usia", "ends-early", 1, 5, 0)]
    [InlineData("usia >= 200", "out-of-bounds", 1, 9, 3)]
    [InlineData("hamil >= 2", "yes-no", 1, 7, 2)]
    [InlineData("jenis_kelamin \"P\"", "choice", 1, 15, 3)]
    [InlineData("jenis_kelamin = \"X\"", "unknown-choice-nearest", 1, 17, 3)]
    [InlineData("label = \"odgj\"", "set", 1, 7, 1)]
    [InlineData("label memuat \"terlantr\"", "unknown-choice-nearest", 1, 14, 10)]
    [InlineData("label memuat salah satu (\"odgj\", \"odgj\")", "twice", 1, 34, 6)]
    [InlineData("(hamil", "open-bracket", 1, 7, 0)]
    [InlineData("hamil)", "extra-bracket", 1, 6, 1)]
    [InlineData("hamil usia > 3", "expected-joint", 1, 7, 4)]
    [InlineData("dan hamil", "expected-condition", 1, 1, 3)]
    [InlineData("hamil dan", "ends-early", 1, 10, 0)]
    [InlineData("", "empty", 1, 1, 0)]
    [InlineData("usia >= 4,5", "number", 1, 9, 3)]
    [InlineData("usia >= 99999999999", "number", 1, 9, 11)]
    [InlineData("tanggal_nonaktif > 2026-02-31", "day", 1, 20, 10)]
    [InlineData("tanggal_nonaktif > 5", "expected-day", 1, 20, 1)]
    [InlineData("tanggal_nonaktif dalam 6 minggu", "expected-unit", 1, 26, 6)]
    [InlineData("usia >= batas(\"desil_phk\")", "unknown-parameter-nearest", 1, 15, 11)]
    [InlineData("menerima \"PKH", "open-text", 1, 10, 4)]
    [InlineData("hamil & usia > 3", "character", 1, 7, 1)]
    [InlineData("ada anggota (ada anggota (hamil))", "household-in-household", 1, 14, 3)]
    [InlineData("ada (hamil)", "expected-member", 1, 5, 1)]
    [InlineData("usia antara 9 sampai 3", "empty-range", 1, 22, 1)]
    [InlineData("pernah hamil", "unknown-fact", 1, 8, 5)]
    public void An_error_names_its_place(string text, string code, int line, int column, int length)
    {
        var error = Given.Error(text);
        Assert.Equal(("eligibility.rule." + code, line, column, length), (error.Code, error.Line, error.Column, error.Length));
    }

    [Fact]
    public void A_suggestion_is_part_of_the_sentence() =>
        Assert.Equal("usai tidak ada dalam daftar data. Maksud Anda usia?", Given.Error("usai >= 60").In(Given.Indonesian));

    [Theory]
    [InlineData(5000, "(", "hamil", ")")]
    [InlineData(700, "tidak ", "hamil", "")]
    [InlineData(40, "(tidak ", "hamil", ")")]
    [InlineData(300, "ada anggota (", "hamil", ")")]
    public void A_nesting_bomb_ends_with_a_message(int times, string open, string middle, string close)
    {
        var error = Given.Error(string.Concat(Enumerable.Repeat(open, times)) + middle + string.Concat(Enumerable.Repeat(close, times)));
        Assert.Contains(error.Code, new[] { "eligibility.rule.too-deep", "eligibility.rule.too-long", "eligibility.rule.household-in-household" });
        Assert.DoesNotContain("{", error.In(Given.Indonesian));
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        var deepest = Rule.DeepestNesting;
        Assert.NotNull(Given.Rule(new string('(', deepest) + "hamil" + new string(')', deepest)));
        Assert.Equal("eligibility.rule.too-deep", Given.Error(new string('(', deepest + 1) + "hamil" + new string(')', deepest + 1)).Code);
    }

    [Fact]
    public void A_rule_lists_its_facts_and_figures()
    {
        var rule = Given.Rule("usia >= batas(\"usia_lansia\") dan desil <= batas(\"desil_pkh\") dan ada anggota (usia <= 6)");
        Assert.Equal(["usia", "desil"], rule.Facts.Select(f => f.Code));
        Assert.Equal(["usia_lansia", "desil_pkh"], rule.Parameters);
    }

    [Fact]
    public void A_figure_without_value_on_the_day_is_told_before() =>
        Assert.Equal(["desil_pkh"], new Moment(new(2024, 1, 1), Given.Parameters).Lacks(Given.Rule("desil <= batas(\"desil_pkh\") dan usia >= batas(\"usia_lansia\")")));

    [Fact]
    public void Every_sentence_stands_in_both_languages() =>
        Assert.Equal(LibraryTexts.KeysOf("id").Order(), LibraryTexts.KeysOf("en").Order());
}
