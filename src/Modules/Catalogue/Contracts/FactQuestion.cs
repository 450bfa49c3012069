using Layar.Eligibility.Facts;

namespace Layar.Catalogue.Contracts;

/// <summary>A missing fact as a question to a reporter; the answer comes back as a <see cref="Trace"/>. In Indonesian, because citizens are asked in Indonesian.</summary>
/// <param name="Text">of the question</param>
/// <param name="Options">answers to choose from; empty when the answer is written</param>
public sealed record FactQuestion(string Text, IReadOnlyList<string> Options)
{
    public const string Yes = "Ya", No = "Tidak", Unknown = "Tidak tahu";

    public static FactQuestion Of(FactDefinition fact) => new(fact.Question.Id + Example(fact.Type), fact.Type switch
    {
        FactType.YesNo => [Yes, No, Unknown],
        FactType.Choice => [.. fact.Choices.Select(c => c.Name.Id), Unknown],
        _ => [],
    });

    /// <summary>How a written answer is understood; one written otherwise is kept and read by people.</summary>
    private static string Example(FactType type) => type switch
    {
        FactType.Date => " (misalnya: 12 Februari 2026, atau Februari 2026)",
        FactType.Number => " (tulis angkanya)",
        _ => "",
    };
}
