using System.Globalization;

namespace Layar.Eligibility.Language;

/// <summary>Why a text is no rule, and where.</summary>
/// <param name="Code">of the text: <c>eligibility.rule.unknown-fact</c></param>
/// <param name="Line">from 1</param>
/// <param name="Column">from 1, in characters</param>
/// <param name="Length">characters concerned; 0 at the end of the text</param>
/// <param name="Arguments">for the places of the text</param>
public sealed record RuleError(string Code, int Line, int Column, int Length, params IReadOnlyList<string> Arguments)
{
    /// <summary>The sentence for a reader, without the place.</summary>
    public string In(CultureInfo culture) => LibraryTexts.Format(culture, Code, [.. Arguments]);

    public override string ToString() => $"{Line}:{Column}: {In(CultureInfo.GetCultureInfo("id-ID"))}";
}
