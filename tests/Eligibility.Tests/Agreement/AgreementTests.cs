using FsCheck;
using FsCheck.Fluent;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Running;
using Layar.Eligibility.Sql;
using Layar.Eligibility.Tests.Invented;

namespace Layar.Eligibility.Tests.Agreement;

/// <summary>One definition, three uses, one answer: random rules on random people of whom much is unknown.</summary>
[Trait("Kind", "slice")]
public sealed class AgreementTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(60);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public async Task Proof_compiled_rules_and_sql_agree()
    {
        await using var database = await PersonTable.Create();
        var seen = new Dictionary<Truth, int>();
        Check.One(Often, Prop.ForAll(Seeds, seed =>
        {
            var rules = new RandomRules(seed);
            var world = new World([.. Enumerable.Range(0, 20).Select(_ => rules.Next())], seed);
            database.Fill(world.Sheets, world.Households, world.Complete).GetAwaiter().GetResult();
            var answers = database.Answers([.. world.Rules.Select((r, i) => SqlRule.Translate(r, Given.Now, PersonTable.Mapping, PersonTable.Dialect, prefix: $"r{i}_"))]).GetAwaiter().GetResult();
            foreach (var (row, rule, proved, ran) in world.Compare())
            {
                seen[proved] = seen.GetValueOrDefault(proved) + 1;
                Assert.True(proved == ran && proved == answers[row][rule], $"seed {seed}, row {row}: proof {proved}, compiled {ran}, SQL {answers[row][rule]}: {world.Rules[rule]}");
            }
        }));
        Assert.All(Enum.GetValues<Truth>(), truth => Assert.True(seen[truth] > 10_000, $"{truth}: {seen.GetValueOrDefault(truth)}"));
    }

    [Fact]
    public void More_rules_than_one_loop_holds_agree_too() => Check.One(Often.WithMaxTest(4), Prop.ForAll(Seeds, seed =>
    {
        var rules = new RandomRules(seed);
        var world = new World([.. Enumerable.Range(0, 150).Select(_ => rules.Next())], seed);
        Assert.All(world.Compare(), c => Assert.Equal(c.Proved, c.Ran));
    }));

    [Fact]
    public void Learning_a_fact_never_turns_a_yes_into_a_no() => Check.One(Often, Prop.ForAll(Seeds, seed =>
    {
        var rule = new RandomRules(seed).Next();
        var (sheets, _, _) = new RandomPersons(seed).Some(20);
        foreach (var sheet in sheets)
        {
            var before = Prover.Prove(rule, sheet, Given.Now).Truth;
            foreach (var fact in Given.Facts.All.Where(f => f.Type == FactType.YesNo && sheet.Read(f.Code) is null)) sheet.Set(fact.Code, FactValue.Of(seed % 2 == 0));
            if (sheet.Read("usia") is null) sheet.Set("usia", FactValue.Of(seed % 90));
            var after = Prover.Prove(rule, sheet, Given.Now).Truth;
            Assert.True(before == Truth.Unknown || before == after, rule.ToString());
        }
    }));

    [Fact]
    public void An_open_answer_names_what_is_missing_and_a_settled_one_names_nothing() => Check.One(Often, Prop.ForAll(Seeds, seed =>
    {
        var rule = new RandomRules(seed).Next();
        foreach (var sheet in new RandomPersons(seed).Some(20).Sheets)
        {
            var proof = Prover.Prove(rule, sheet, Given.Now);
            Assert.Equal(proof.Truth == Truth.Unknown, proof.Missing.Count > 0 || proof.LacksMembers);
            Assert.Empty(proof.Missing.Except(rule.Facts));
            Assert.All(proof.Root.Tree(), r => Assert.NotEqual("", new ReasonWords(Given.Indonesian, Given.Now).Sentence(r)));
        }
    }));

    [Fact]
    public void What_leaves_a_row_open_is_what_the_proof_of_the_person_says()
    {
        var open = 0;
        Check.One(Often, Prop.ForAll(Seeds, seed =>
        {
            var rule = new RandomRules(seed).Next();
            var (gaps, world) = (new RowGaps(rule), new World([], seed));
            var table = world.Table();
            var answers = CompiledRules.Compile([rule, .. gaps.Parts], Given.Now).Run(table, threads: 1);
            foreach (var (row, sheet) in world.Sheets.Index())
            {
                var proof = Prover.Prove(rule, sheet, Given.Now);
                var (lacked, members) = gaps.Of(answers, 1, table, row);
                Assert.True(proof.Gaps.ToHashSet().SetEquals(lacked) && proof.LacksMembers == members, $"seed {seed}, row {row}: {rule}");
                if (lacked.Count > 0) open++;
            }
        }));
        Assert.True(open > 500, $"{open}");
    }

    [Fact]
    public void A_gap_names_only_the_choices_that_are_not_known()
    {
        var label = Given.Facts.All.First(f => f.Type == FactType.Set);
        var (known, other) = (label.Choices[0].Code, label.Choices[1].Code);
        var rule = Rule.Parse($"{label.Code} memuat salah satu (\"{known}\", \"{other}\")", Given.Facts, RuleParameters.None);
        var proof = Prover.Prove(rule, new FactSheet().Set(label.Code, FactValue.Known([], [known]), asOf: Given.Today), Given.Now);
        Assert.Equal(new Gap(label, other), Assert.Single(proof.Gaps));
        Assert.Equal(2, Prover.Prove(rule, new FactSheet(), Given.Now).Gaps.Count);
    }

    private sealed class World
    {
        public World(List<Rule> rules, int seed)
        {
            Rules = rules;
            (Sheets, Households, Complete) = new RandomPersons(seed).Some(90);
        }

        public List<Rule> Rules { get; }
        public List<FactSheet> Sheets { get; }
        public List<int> Households { get; }
        public List<bool> Complete { get; }

        public FactTable Table()
        {
            var table = new FactTable(Sheets.Count);
            table.SetHousehold([.. Households], [.. Complete]);
            foreach (var (row, sheet) in Sheets.Index()) table.Set(row, sheet, Given.Facts, Given.Today);
            return table;
        }

        public IEnumerable<(int Row, int Rule, Truth Proved, Truth Ran)> Compare()
        {
            var table = Table();
            var answers = CompiledRules.Compile(Rules, Given.Now).Run(table, threads: 2);
            for (var rule = 0; rule < Rules.Count; rule++)
            {
                for (var row = 0; row < Sheets.Count; row++) yield return (row, rule, Prover.Prove(Rules[rule], Sheets[row], Given.Now).Truth, answers[rule, row]);
                Assert.Equal(Sheets.Count, Enum.GetValues<Truth>().Sum(t => answers.Count(rule, t)));
            }
        }
    }
}
