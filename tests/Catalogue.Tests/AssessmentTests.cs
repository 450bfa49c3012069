using FsCheck;
using FsCheck.Fluent;
using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Tests;

[Trait("Kind", "rule")]
public sealed class AssessmentTests
{
    private static readonly AssessmentForm Form = Given.Balangan.CurrentAssessmentForm(Given.Today);

    private static readonly Dictionary<string, string> Independent = new()
    {
        ["adl-bab"] = "2", ["adl-bak"] = "2", ["adl-wajah"] = "1", ["adl-kakus"] = "2", ["adl-makan"] = "2",
        ["adl-pindah"] = "3", ["adl-jalan"] = "3", ["adl-pakaian"] = "2", ["adl-tangga"] = "2", ["adl-mandi"] = "1",
    };

    private static AssessmentResult Check(params (string Question, string Answer)[] answers) =>
        AssessmentAnswers.Check(Form, new[] { ("ditemui", "ya"), ("bertempat-tinggal", "ya") }.Concat(answers)
            .GroupBy(a => a.Item1).ToDictionary(g => g.Key, g => new[] { g.Last().Item2 }));

    private static AssessmentScore Score(AssessmentResult result, string code) => result.Scores.Single(s => s.Definition.Code == code);

    [Fact]
    public void The_form_has_the_groups_of_a_home_visit() => Assert.Equal(
        ["kunjungan", "keluarga", "pangan", "rumah", "kesehatan", "adl", "kebutuhan"], Form.Groups.Select(g => g.Code));

    [Fact]
    public void Every_criterion_of_KMS_262_is_asked() => Assert.Equal(
        ["0", "a", "b", "c", "d", "e", "f", "g", "h"], Form.Questions.Select(q => q.Criterion).OfType<string>().Order());

    [Fact]
    public void The_ADL_goes_to_twenty()
    {
        var result = Check([("perlu-adl", "ya"), .. Independent.Select(i => (i.Key, i.Value))]);
        var score = Score(result, "adl");
        Assert.Equal((20, 20, "Mandiri"), (score.Value, score.Maximum, score.Band!.Id));
    }

    [Fact]
    public void The_ADL_is_not_asked_of_a_healthy_adult()
    {
        var result = Check(("perlu-adl", "tidak"), ("adl-mandi", "1"));

        Assert.False(Score(result, "adl").Asked);
        Assert.DoesNotContain("adl-mandi", result.Visible);
        Assert.Contains("adl-mandi", result.Ignored);
    }

    [Fact]
    public void Criteria_are_counted_and_explained()
    {
        var score = Score(Check(("kepala-bekerja", "tidak"), ("lantai", "tanah"), ("penerangan", "lebih"), ("belanja-makan", "tidak-tahu")), "kms-262");

        Assert.Equal((2, 8), (score.Value, score.Maximum));
        Assert.Equal(["kepala-bekerja", "lantai"], score.Lines.Where(l => l.Points > 0).Select(l => l.Question));
        Assert.Contains("kakus", score.Unanswered);
    }

    [Fact]
    public void Who_has_no_place_to_live_is_destitute_at_once()
    {
        var result = Check(("bertempat-tinggal", "tidak"));

        Assert.NotNull(Score(result, "kms-262").Settled);
        Assert.DoesNotContain("lantai", result.Visible);
    }

    [Fact]
    public void The_checklist_says_that_it_is_no_decile() =>
        Assert.Contains("Bukan desil", Score(Check(), "kerentanan").Definition.Caution.Id);

    [Theory]
    [InlineData("jumlah-anggota", "nol", "not-a-number")]
    [InlineData("jumlah-anggota", "0", "too-small")]
    [InlineData("jumlah-anggota", "31", "too-large")]
    [InlineData("jumlah-anggota", "2,5", "not-whole")]
    [InlineData("lantai", "emas", "not-an-option")]
    [InlineData("tidak-dikenal", "x", "unknown-question")]
    [InlineData("lantai", " ", "missing")]
    public void A_wrong_answer_is_told_on_its_question(string question, string answer, string key) =>
        Assert.Equal($"catalogue.answer.{key}", Assert.Single(Check((question, answer)).Faults, f => f.Question == question).TextKey);

    [Fact]
    public void A_decimal_comma_is_understood() =>
        Assert.DoesNotContain(Check(("luas-lantai", "36,5")).Faults, f => f.Question == "luas-lantai");

    [Fact]
    public void A_visit_that_met_nobody_asks_little() =>
        Assert.InRange(Check(("ditemui", "tidak"), ("sebab-tidak-bertemu", "pindah"), ("saran-petugas", "ulang"), ("alasan-saran", "Pindah")).Visible.Count, 1, 8);

    [Fact]
    public void Random_answers_never_throw_and_scores_stay_in_range()
    {
        var codes = Form.Questions.Select(q => q.Code).Append("asing").ToArray();
        var words = Form.Questions.SelectMany(q => q.Options).Select(o => o.Code).Distinct().Concat(["-1", "3", "9e9", "1,5", "", "ya "]).ToArray();
        var value = Gen.OneOf(Gen.Elements(words), ArbMap.Default.GeneratorFor<string>());
        var answer = Gen.Elements(codes).SelectMany(c => Gen.ArrayOf(value).Select(v => (Code: c, Values: v)));
        var all = Gen.ArrayOf(answer).Select(a => a.GroupBy(x => x.Code).ToDictionary(g => g.Key, g => g.Last().Values));

        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(all.ToArbitrary(), answers =>
        {
            var result = AssessmentAnswers.Check(Form, answers);
            return result.Scores.All(s => s.Value >= 0 && s.Value <= s.Maximum);
        }));
    }
}
