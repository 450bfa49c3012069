namespace Layar.Eligibility.Language;

/// <summary>Leaves the parser and never this library.</summary>
internal sealed class RuleFault(string code, int at, int length, params string[] arguments) : Exception
{
    public RuleError In(string text)
    {
        var before = text.AsSpan(0, at);
        return new("eligibility.rule." + code, before.Count('\n') + 1, at - before.LastIndexOf('\n'), length, arguments);
    }
}
