using Layar.Catalogue.Contracts;
using Layar.Kernel.Outcomes;

namespace Layar.Catalogue.Figures.Writing;

/// <summary>What the form of a new value holds.</summary>
internal sealed class FigureInput
{
    public int? Value { get; set; }
    public DateOnly? From { get; set; }
    public string? Basis { get; set; }
    public string? BasisEn { get; set; }
    public bool Awaits { get; set; }
    public string? Note { get; set; }

    public static FigureInput Of(FigureEntry? entry, DateOnly from) => new()
    {
        Value = entry?.Value, From = from, Basis = entry?.Validity.LegalBasis.Id, BasisEn = entry?.Validity.LegalBasis.En, Awaits = entry?.Validity.AwaitingConfirmation ?? true,
    };

    /// <summary>Who writes no English leaves the Indonesian words to English readers.</summary>
    public FigureEntry Entry(Figure figure) => new(figure.Kind, figure.Code, Value,
        new(From!.Value, null, new(Basis!.Trim(), string.IsNullOrWhiteSpace(BasisEn) ? Basis.Trim() : BasisEn.Trim()), Awaits));
}

/// <summary>Holds the form of a new value against the figure.</summary>
internal sealed class FigureChecks
{
    private const int LongestWords = 1000;

    public IReadOnlyList<Refusal> Of(FigureInput input, Figure figure, DateOnly today)
    {
        var wrong = new List<Refusal>();
        void Wrong(string field, string code, params object?[] args) => wrong.Add(new($"catalogue.figure.refused.{code}", "Input." + field, args));
        var (lowest, highest) = Bounds(figure.Unit);
        if (input.Value is null ? figure.Kind == FigureKind.Rule : input.Value < lowest || input.Value > highest) Wrong("Value", "value", lowest, highest);
        if (input.From is null) Wrong("From", "day");
        else if (input.From < today) Wrong("From", "past");
        if (string.IsNullOrWhiteSpace(input.Basis)) Wrong("Basis", "basis");
        if (string.IsNullOrWhiteSpace(input.Note)) Wrong("Note", "note");
        foreach (var (field, text) in new[] { ("Basis", input.Basis), ("BasisEn", input.BasisEn), ("Note", input.Note) })
            if (text?.Length > LongestWords) Wrong(field, "long", LongestWords);
        if (wrong.Count == 0 && figure.On(input.From!.Value) is { } holds && Same(holds, input.Entry(figure))) Wrong("Value", "same");
        return wrong;
    }

    private static bool Same(FigureEntry one, FigureEntry other) =>
        one.Value == other.Value && one.Validity.AwaitingConfirmation == other.Validity.AwaitingConfirmation && one.Validity.LegalBasis == other.Validity.LegalBasis;

    private static (int Lowest, int Highest) Bounds(FigureUnit unit) => unit switch
    {
        FigureUnit.Decile => (1, 10),
        FigureUnit.Age => (0, 120),
        FigureUnit.Years => (1, 100),
        FigureUnit.Months => (1, 1200),
        FigureUnit.Days => (1, 3650),
        FigureUnit.Persons => (1, 50),
        _ => (0, 2_000_000_000),
    };
}
