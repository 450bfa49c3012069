namespace Layar.Kernel.Outcomes;

/// <summary>Why something expected was not done.</summary>
/// <param name="code">Key of the sentence in the text catalogue, such as <c>kernel.ticket.length</c>.</param>
/// <param name="field">The form field the sentence belongs to; null for the whole form.</param>
/// <param name="args">Values for the placeholders of the sentence, never secrets or whole personal numbers.</param>
public sealed class Refusal(string code, string? field = null, params object?[] args)
{
    private IReadOnlyList<Refusal> further = [];

    public string Code { get; } = code;

    public string? Field { get; } = field;

    public IReadOnlyList<object?> Args { get; } = args;

    /// <summary>This and every other fault that was found in the same form.</summary>
    public IEnumerable<Refusal> All => further.Prepend(this);

    /// <summary>All faults of a form as one refusal, so that a person learns of them at once; null when there is none.</summary>
    /// <param name="faults">in the order of the fields on the page</param>
    public static Refusal? Of(params IEnumerable<Refusal?> faults) =>
        faults.OfType<Refusal>().SelectMany(f => f.All).ToList() is [var first, .. var others] ? new(first.Code, first.Field, [.. first.Args]) { further = others } : null;

    /// <summary>The same refusal, shown at a field.</summary>
    public Refusal At(string name) => new(Code, name, [.. Args]) { further = further };

    public override string ToString() => Field is null ? Code : $"{Field}: {Code}";
}
