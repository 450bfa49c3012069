using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Language;

/// <summary>A condition on one fact, in the form that its type allows.</summary>
internal sealed class FactCondition(Cursor cursor, FactCatalogue facts, RuleParameters parameters)
{
    /// <summary>Longest time that can be asked for, in each unit.</summary>
    private const int LongestTime = 1200;

    public Condition Read()
    {
        var fact = Fact();
        return fact.Type switch
        {
            FactType.YesNo => YesNo(fact),
            FactType.Number => Number(fact),
            FactType.Date => Date(fact),
            FactType.Choice => Choice(fact),
            FactType.Set => Set(fact),
            _ => History(fact),
        };
    }

    private FactDefinition Fact()
    {
        var ever = cursor.Takes(Keywords.Ever);
        var word = cursor.Now;
        if (word.Kind == TokenKind.End) throw cursor.Wrong("ends-early");
        if (word.Kind != TokenKind.Word || Keywords.All.Contains(word.Text)) throw cursor.Wrong("expected-condition", cursor.Shown);
        var code = ever ? Keywords.EverPrefix + word.Text : word.Text;
        if (facts.Find(code) is not { } fact) throw cursor.Suggest("fact", word.Text, Meant(code, ever));
        cursor.Take();
        return fact;
    }

    private string? Meant(string code, bool ever) => facts.Nearest(code) is { } near && (!ever || near.StartsWith(Keywords.EverPrefix, StringComparison.Ordinal))
        ? near.Replace(Keywords.EverPrefix, Keywords.Ever + " ", StringComparison.Ordinal) : null;

    private Condition YesNo(FactDefinition fact)
    {
        if (cursor.Now.Kind is TokenKind.Sign && !cursor.Now.Is(")") && !cursor.Now.Is(",")) throw cursor.Wrong("yes-no", fact.Code);
        return new Condition.Holds(fact);
    }

    private Condition Number(FactDefinition fact)
    {
        if (!cursor.Takes(Keywords.Between))
            return new Condition.Compare(fact, cursor.Comparison(fact.Code), cursor.Amount(parameters, fact.Lowest, fact.Highest));
        var from = cursor.Amount(parameters, fact.Lowest, fact.Highest);
        Until();
        return Ordered(fact, from, cursor.Now, cursor.Amount(parameters, fact.Lowest, fact.Highest));
    }

    private Condition Date(FactDefinition fact)
    {
        if (cursor.Takes(Keywords.Within)) return new Condition.Recent(fact, cursor.Amount(parameters, 0, LongestTime), cursor.Unit());
        if (!cursor.Takes(Keywords.Between)) return new Condition.Compare(fact, cursor.Comparison(fact.Code), cursor.Day());
        var from = cursor.Day();
        Until();
        return Ordered(fact, from, cursor.Now, cursor.Day());
    }

    private void Until()
    {
        if (!cursor.Takes(Keywords.To) && !cursor.Takes(Keywords.And)) throw cursor.Wrong("expected-until", cursor.Shown);
    }

    private Condition.Range Ordered(FactDefinition fact, Amount from, Token upper, Amount to) =>
        from is Amount.Literal low && to is Amount.Literal high && high.Value < low.Value ? throw cursor.WrongAt(upper, "empty-range") : new(fact, from, to);

    private Condition Choice(FactDefinition fact)
    {
        if (cursor.Now.Is(Keywords.One)) return new Condition.Contains(fact, false, OneOf(fact));
        if (cursor.Takes("=")) return new Condition.Contains(fact, false, [ChoiceText(fact)]);
        if (cursor.Takes("<>")) return new Condition.Not(new Condition.Contains(fact, false, [ChoiceText(fact)]));
        throw cursor.Now.Kind == TokenKind.End ? cursor.Wrong("ends-early") : cursor.Wrong("choice", fact.Code, fact.Choices[0].Code);
    }

    private Condition Set(FactDefinition fact)
    {
        cursor.Takes(Keywords.Contains);
        if (cursor.Now.Is(Keywords.One)) return new Condition.Contains(fact, false, OneOf(fact));
        if (cursor.Takes(Keywords.All_)) return new Condition.Contains(fact, true, List(fact));
        if (cursor.Now.Kind == TokenKind.Text) return new Condition.Contains(fact, false, [ChoiceText(fact)]);
        throw cursor.Now.Kind == TokenKind.End ? cursor.Wrong("ends-early") : cursor.Wrong("set", fact.Code, fact.Choices[0].Code);
    }

    private Condition History(FactDefinition fact)
    {
        var choice = ChoiceText(fact);
        return cursor.Takes(Keywords.Within) ? new Condition.Ever(fact, choice, cursor.Amount(parameters, 0, LongestTime), cursor.Unit()) : new Condition.Ever(fact, choice, null, TimeUnit.Years);
    }

    private IReadOnlyList<string> OneOf(FactDefinition fact)
    {
        cursor.Needs(Keywords.One, "expected-list");
        cursor.Needs(Keywords.Of, "expected-list");
        return List(fact);
    }

    private IReadOnlyList<string> List(FactDefinition fact)
    {
        cursor.Needs("(", "expected-bracket");
        var choices = new List<string>();
        do
        {
            var here = cursor.Now;
            var choice = ChoiceText(fact);
            if (choices.Contains(choice)) throw cursor.WrongAt(here, "twice", choice);
            choices.Add(choice);
        }
        while (cursor.Takes(","));
        cursor.Needs(")", "open-list");
        return choices;
    }

    private string ChoiceText(FactDefinition fact)
    {
        if (cursor.Now.Kind != TokenKind.Text) throw cursor.Now.Kind == TokenKind.End ? cursor.Wrong("ends-early") : cursor.Wrong("expected-text", cursor.Shown);
        var typed = cursor.Now.Text;
        var choice = fact.Choices.FirstOrDefault(c => string.Equals(c.Code, typed, StringComparison.Ordinal)) ?? fact.Choices.FirstOrDefault(c => string.Equals(c.Code, typed, StringComparison.OrdinalIgnoreCase))
            ?? throw cursor.Suggest("choice", typed, Spelling.Nearest(typed, fact.Choices.Select(c => c.Code)), fact.Code);
        cursor.Take();
        return choice.Code;
    }
}
