using Layar.Catalogue.Contracts;
using Layar.Eligibility.Proofs;

namespace Layar.Cases.Suggestions;

/// <summary>One reason as the officer reads it.</summary>
/// <param name="Origin">source and age of the fact; empty when nothing was read</param>
internal sealed record SuggestedReason(string Text, string Origin, Truth Truth);

/// <summary>A programme with its light, for one person on one day.</summary>
internal sealed record SuggestedProgramme
{
    public required Programme Programme { get; init; }
    public required Truth Truth { get; init; }
    public required IReadOnlyList<SuggestedReason> Reasons { get; init; }

    /// <summary>Names of the facts that are not known and that may change the answer, each with the choices that are not known.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Codes of those facts for which the reporter can be asked now: by this reader, and not asked for yet.</summary>
    public required IReadOnlyList<string> Askable { get; init; }

    /// <summary>Conditions that surely hold.</summary>
    public required int Met { get; init; }

    /// <summary>Conditions of the rule.</summary>
    public required int Conditions { get; init; }

    /// <summary>Names of other likely programmes that nobody gets beside this one.</summary>
    public required IReadOnlyList<string> Instead { get; init; }

    /// <summary>What says that the person gets it already, with its day; null when nothing does.</summary>
    public required string? Receives { get; init; }

    public string Tone => Truth switch { Truth.Yes => "teal", Truth.No => "red", _ => "amber" };
}

/// <param name="Code">of the fact</param>
/// <param name="Question">as the reporter reads it</param>
/// <param name="Programmes">whose answer it may change</param>
/// <param name="Waits">was asked and not answered yet</param>
internal sealed record AskableFact(string Code, string Question, int Programmes, bool Waits);

internal sealed record SuggestionsModel
{
    public required string Number { get; init; }
    public required int Version { get; init; }
    public required bool MayAsk { get; init; }
    public required SuggestedList Likely { get; init; }

    /// <summary>Those that lack least first.</summary>
    public required SuggestedList Open { get; init; }
    public required SuggestedList Unlikely { get; init; }
    public required IReadOnlyList<AskableFact> Ask { get; init; }

    /// <summary>What one press asks when the officer wants to ask all.</summary>
    public IReadOnlyList<AskableFact> Askable => [.. Ask.Where(a => !a.Waits)];
}
