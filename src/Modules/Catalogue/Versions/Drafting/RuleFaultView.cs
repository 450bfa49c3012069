using Layar.Eligibility.Language;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>The line of a rule in which something is wrong, cut where it is wrong.</summary>
internal sealed record RuleFaultView(string? Text, RuleError? Error)
{
    private string Line => (Text ?? "").TrimStart().ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault((Error?.Line ?? 1) - 1) ?? "";

    private int Start => Math.Clamp((Error?.Column ?? 1) - 1, 0, Line.Length);

    private int Length => Math.Clamp(Error?.Length ?? 0, 0, Line.Length - Start);

    public string Before => Line[..Start];

    /// <summary>At the end of the text something is missing: a mark stands there.</summary>
    public string Wrong => Length == 0 ? "▮" : Line.Substring(Start, Length);

    public string After => Line[(Start + Length)..];
}
