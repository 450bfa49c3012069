namespace Layar.Linkage.Running;

/// <summary>How much work may be done; the same seed gives the same result on any number of threads.</summary>
public sealed record LinkOptions
{
    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>All pairs are compared up to this number; above it, blocking chooses.</summary>
    public long AllPairsUpTo { get; init; } = 4_000_000;

    /// <summary>Candidates that one blocking pass may bring.</summary>
    public long PairsPerPass { get; init; } = 4_000_000;

    /// <summary>Random pairs from which the agreement of strangers is learned.</summary>
    public int RandomPairs { get; init; } = 1_500_000;

    /// <summary>Candidates from which the agreement of one person is learned.</summary>
    public int TrainingPairs { get; init; } = 1_500_000;
}

/// <param name="Stage">what is being done</param>
/// <param name="Share">of this stage, 0 to 1</param>
public sealed record LinkProgress(string Stage, double Share);
