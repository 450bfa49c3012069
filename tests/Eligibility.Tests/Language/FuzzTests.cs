using FsCheck;
using FsCheck.Fluent;
using Layar.Eligibility.Language;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Tests.Invented;

namespace Layar.Eligibility.Tests.Language;

[Trait("Kind", "rule")]
public sealed class FuzzTests
{
    private static readonly string[] Words =
    [
        "usia", "desil", "hamil", "label", "menerima", "pernah", "rumah", "dan", "atau", "tidak", "(", ")", ">=", "<>", "=", "antara", "sampai", "dalam", "5", "tahun", "\"PKH\"", "\"", ",",
        "ada", "semua", "jumlah", "anggota", "salah", "satu", "batas", "2026-02-01", "1.000", "-", "selalu", "\n", "memuat", "tanggal_nonaktif", "\"terlantar\"", "batas(\"desil_pkh\")",
    ];

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Fact]
    public void Whatever_is_typed_gives_a_rule_or_a_place() => Check.One(Often, Prop.ForAll(
        Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""), Gen.ArrayOf(Gen.Elements(Words)).Select(w => string.Join(' ', w)), Gen.ArrayOf(Gen.Elements(Words)).Select(string.Concat)).ToArbitrary(), Sound));

    [Fact]
    public void A_rule_cut_short_or_spoilt_gives_a_rule_or_a_place() => Check.One(Often, Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var text = new RandomRules(seed).Next().ToString();
        var random = new Random(seed);
        var place = random.Next(text.Length);
        return Sound(text[..place]) && Sound(text.Remove(place, 1)) && Sound(text.Insert(place, ((char)random.Next(1, 0xffff)).ToString())) && Sound(text.Insert(place, " " + Words[random.Next(Words.Length)] + " "));
    }));

    [Fact]
    public void Writing_and_reading_a_rule_gives_the_same_rule() => Check.One(Often.WithMaxTest(1000), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var rule = new RandomRules(seed).Next();
        var again = Given.Rule(rule.ToString());
        Assert.Equal(rule.ToString(), again.ToString());
        foreach (var person in new RandomPersons(seed).Some(8).Sheets)
            Assert.Equal(Prover.Prove(rule, person, Given.Now).Truth, Prover.Prove(again, person, Given.Now).Truth);
    }));

    private static bool Sound(string text)
    {
        var (rule, error) = Rule.Read(text, Given.Facts, Given.Parameters);
        if (rule is not null) return error is null && Given.Rule(rule.ToString()).ToString() == rule.ToString();
        var lines = text.Split('\n');
        Assert.InRange(error!.Line, 1, lines.Length);
        Assert.InRange(error.Column, 1, lines[error.Line - 1].Length + 1);
        Assert.NotEqual("", error.In(Given.Indonesian) + error.In(Given.English));
        return true;
    }
}
