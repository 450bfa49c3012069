using Layar.Linkage.Comparison;

namespace Layar.Linkage.Running;

/// <summary>What is done with a pair; every pair not listed is different.</summary>
public enum LinkDecision
{
    Same,
    Review,
}

/// <summary>Two records, with the match weight (binary logarithm) and the probability that they are one person.</summary>
public sealed record LinkedPair(string LeftId, string RightId, double Weight, double Probability, LinkDecision Decision)
{
    internal int Left { get; init; }

    internal int Right { get; init; }
}

/// <summary>What one field says of a pair.</summary>
public sealed record FieldEvidence(string Column, AgreementLevel Level, double Weight)
{
    /// <summary>What members of one household have in common anyway, taken away from the weights of the fields.</summary>
    public const string Household = "(household)";

    /// <summary>The level in a word.</summary>
    public string Agreement => Column == Household ? "shared" : Level.ToString().ToLowerInvariant();
}

/// <summary>What the model expects of its own decisions, without labels.</summary>
public sealed record LinkSummary(int Records, long Compared, int Same, int Review, double EstimatedPrecision, double EstimatedRecall, bool OneToOne);
