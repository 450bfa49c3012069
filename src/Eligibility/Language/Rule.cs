using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Language;

/// <summary>A rule that was read without error.</summary>
public sealed class Rule
{
    /// <summary>Longer texts are refused before they are read.</summary>
    public const int LongestText = 4000;

    /// <summary>Brackets and <c>tidak</c> within each other.</summary>
    public const int DeepestNesting = 32;

    /// <summary>Choices in one list.</summary>
    public const int LongestList = 64;

    internal Rule(Condition condition) => Condition = condition;

    public Condition Condition { get; }

    /// <summary>Every fact that is asked for, each once, in the order of the text.</summary>
    public IReadOnlyList<FactDefinition> Facts => [.. Condition.Tree().Select(c => c.AskedFact).OfType<FactDefinition>().Distinct()];

    /// <summary>Codes of the dated figures.</summary>
    public IReadOnlyList<string> Parameters => [.. Condition.Tree().SelectMany(c => c.Amounts).OfType<Amount.Parameter>().Select(p => p.Code).Distinct()];

    /// <summary>Reads a rule. Never throws for what a person typed.</summary>
    /// <param name="text">as written</param>
    /// <param name="facts">that it may ask for</param>
    /// <param name="parameters">that it may name in <c>batas("…")</c></param>
    public static RuleReading Read(string text, FactCatalogue facts, RuleParameters parameters)
    {
        try
        {
            if (text.Length > LongestText) throw new RuleFault("too-long", LongestText, 0, LongestText.ToString(), text.Length.ToString());
            return new(new Rule(new RuleParser(new Lexer(text).Read(), facts, parameters).Rule()), null);
        }
        catch (RuleFault fault)
        {
            return new(null, fault.In(text));
        }
    }

    /// <summary>For rules that were checked before.</summary>
    /// <exception cref="FormatException">The text is no rule.</exception>
    public static Rule Parse(string text, FactCatalogue facts, RuleParameters parameters) =>
        Read(text, facts, parameters) is { Error: { } error } ? throw new FormatException(error.ToString()) : Read(text, facts, parameters).Rule!;

    /// <summary>The rule in its one normal form; reading it again gives the same tree.</summary>
    public override string ToString() => RuleFormat.Write(Condition);
}

/// <summary>Either a rule or why it is none.</summary>
public sealed record RuleReading(Rule? Rule, RuleError? Error);
