namespace Layar.Kernel.Outcomes;

/// <summary>Why something expected was not done.</summary>
/// <param name="code">Key of the sentence in the text catalogue, such as <c>kernel.ticket.length</c>.</param>
/// <param name="field">The form field the sentence belongs to; null for the whole form.</param>
/// <param name="args">Values for the placeholders of the sentence, never secrets or whole personal numbers.</param>
public sealed class Refusal(string code, string? field = null, params object?[] args)
{
    public string Code { get; } = code;

    public string? Field { get; } = field;

    public IReadOnlyList<object?> Args { get; } = args;

    /// <summary>The same refusal, shown at a field.</summary>
    public Refusal At(string name) => new(Code, name, [.. Args]);

    public override string ToString() => Field is null ? Code : $"{Field}: {Code}";
}
