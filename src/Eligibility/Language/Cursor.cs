using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Language;

/// <summary>Where the parser stands among the words.</summary>
internal sealed class Cursor(List<Token> tokens)
{
    private int place;

    public Token Now => tokens[place];

    /// <summary>The word here, for messages.</summary>
    public string Shown => Now.Kind == TokenKind.Text ? $"\"{Now.Text}\"" : Now.Text;

    public Token Take() => Now.Kind == TokenKind.End ? Now : tokens[place++];

    public bool Takes(string word)
    {
        if (!Now.Is(word)) return false;
        place++;
        return true;
    }

    public void Needs(string word, string error)
    {
        if (!Takes(word)) throw Wrong(Now.Kind == TokenKind.End && error.StartsWith("expected", StringComparison.Ordinal) ? "ends-early" : error, word);
    }

    public RuleFault Wrong(string code, params string[] arguments) => WrongAt(Now, code, arguments);

    public RuleFault WrongAt(Token token, string code, params string[] arguments) => new(code, token.At, token.Length, arguments);

    public Comparison Comparison(string named)
    {
        var sign = Now;
        Comparison? comparison = sign.Kind != TokenKind.Sign ? null : sign.Text switch
        {
            ">=" => Language.Comparison.AtLeast,
            "<=" => Language.Comparison.AtMost,
            ">" => Language.Comparison.Above,
            "<" => Language.Comparison.Below,
            "=" => Language.Comparison.Equal,
            "<>" => Language.Comparison.NotEqual,
            _ => null,
        };
        if (comparison is null) throw sign.Kind == TokenKind.End ? Wrong("ends-early") : Wrong("expected-comparison", named, Shown);
        place++;
        return comparison.Value;
    }

    /// <summary>A whole number inside the bounds, or a dated figure.</summary>
    public Amount Amount(RuleParameters parameters, int lowest, int highest)
    {
        if (Now.Is(Keywords.Limit)) return Parameter(parameters);
        if (Now.Kind == TokenKind.End) throw Wrong("ends-early");
        if (Now.Kind != TokenKind.Number) throw Wrong("expected-number", Shown);
        if (Now.Value < lowest || Now.Value > highest) throw Wrong("out-of-bounds", Now.Text, lowest.ToString(), highest.ToString());
        return new Amount.Literal(Take().Value);
    }

    public Amount Day()
    {
        if (Now.Kind == TokenKind.End) throw Wrong("ends-early");
        if (Now.Kind != TokenKind.Day) throw Wrong("expected-day", Shown);
        return new Amount.Literal(Take().Value);
    }

    private Amount.Parameter Parameter(RuleParameters parameters)
    {
        Take();
        Needs("(", "expected-bracket");
        if (Now.Kind != TokenKind.Text) throw Wrong(Now.Kind == TokenKind.End ? "ends-early" : "expected-text", Shown);
        if (!parameters.Knows(Now.Text)) throw Suggest("parameter", Now.Text, Spelling.Nearest(Now.Text, parameters.Codes));
        var code = Take().Text;
        Needs(")", "open-bracket");
        return new(code);
    }

    public TimeUnit Unit()
    {
        if (Takes(Keywords.Years)) return TimeUnit.Years;
        if (Takes(Keywords.Months)) return TimeUnit.Months;
        if (Takes(Keywords.Days)) return TimeUnit.Days;
        throw Now.Kind == TokenKind.End ? Wrong("ends-early") : Wrong("expected-unit", Shown);
    }

    /// <summary>An unknown name, with the one that was probably meant.</summary>
    public RuleFault Suggest(string kind, string typed, string? nearest, params string[] more) =>
        nearest is null ? Wrong("unknown-" + kind, [typed, .. more]) : Wrong($"unknown-{kind}-nearest", [typed, nearest, .. more]);
}
