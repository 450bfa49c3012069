namespace Layar.Ui.Components;

/// <summary>One answer of <c>field-choice</c>, <c>field-checks</c> or <c>field-select</c>.</summary>
/// <param name="Value">What is posted; an enum member's name for an enum.</param>
/// <param name="Text">Text or key.</param>
/// <param name="Hint">One short sentence under the text; text or key.</param>
/// <param name="Icon">Icon name.</param>
/// <param name="Group">Heading of the option group (<c>field-select</c> only).</param>
/// <param name="Enabled">False greys the answer out.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, string? Icon = null, string? Group = null, bool Enabled = true);
