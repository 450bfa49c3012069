using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Language;

/// <summary>The grammar: <c>atau</c> joins <c>dan</c> joins <c>tidak</c>; see docs/eligibility.md.</summary>
internal sealed class RuleParser(List<Token> tokens, FactCatalogue facts, RuleParameters parameters)
{
    private readonly Cursor cursor = new(tokens);
    private int depth;
    private bool inHousehold;

    public Condition Rule()
    {
        if (cursor.Now.Kind == TokenKind.End) throw cursor.Wrong("empty");
        var rule = Alternatives();
        return cursor.Now.Kind == TokenKind.End ? rule
            : throw (cursor.Now.Is(")") ? cursor.Wrong("extra-bracket") : cursor.Wrong("expected-joint", cursor.Shown));
    }

    private Condition Alternatives() => Chain(Keywords.Or, all: false, () => Chain(Keywords.And, all: true, Negation));

    private Condition Chain(string joint, bool all, Func<Condition> part)
    {
        var parts = new List<Condition> { part() };
        while (cursor.Takes(joint)) parts.Add(part());
        return Condition.Joined(all, parts);
    }

    private Condition Negation()
    {
        if (!cursor.Takes(Keywords.Not)) return Primary();
        return Deeper(() => new Condition.Not(Negation()));
    }

    private Condition Primary()
    {
        if (cursor.Now.Is("(")) return Bracket();
        if (cursor.Takes(Keywords.Always)) return new Condition.Always();
        if (cursor.Now.Is(Keywords.Exists) || cursor.Now.Is(Keywords.All_) || cursor.Now.Is(Keywords.Count)) return Household();
        return new FactCondition(cursor, facts, parameters).Read();
    }

    private Condition Bracket()
    {
        cursor.Needs("(", "expected-bracket");
        var inner = Deeper(Alternatives);
        cursor.Needs(")", "open-bracket");
        return inner;
    }

    private Condition Household()
    {
        var first = cursor.Take();
        if (inHousehold) throw cursor.WrongAt(first, "household-in-household");
        cursor.Needs(Keywords.Member, "expected-member");
        inHousehold = true;
        var inner = Bracket();
        inHousehold = false;
        if (!first.Is(Keywords.Count)) return new Condition.Members(first.Is(Keywords.All_), inner);
        var comparison = cursor.Comparison("count");
        return new Condition.Count(inner, comparison, cursor.Amount(parameters, 0, 1000));
    }

    /// <summary>A rule of a thousand brackets ends with a message and not with the stack.</summary>
    private Condition Deeper(Func<Condition> read)
    {
        if (++depth > Language.Rule.DeepestNesting) throw cursor.Wrong("too-deep", Language.Rule.DeepestNesting.ToString());
        var inner = read();
        depth--;
        return inner;
    }
}
