namespace Layar.Survey.Index;

/// <summary>How many answers a survey needs (Krejcie and Morgan 1970): 95 % certainty, 5 % error.</summary>
internal static class SampleSize
{
    private const decimal ChiSquare = 3.841m;
    private const decimal Variance = 0.25m;
    private const decimal ErrorSquare = 0.0025m;

    /// <param name="population">People served in the period, zero or more.</param>
    public static int For(int population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        if (population == 0) return 0;
        var size = ChiSquare * population * Variance / (ErrorSquare * (population - 1) + ChiSquare * Variance);
        return (int)Math.Round(size, MidpointRounding.AwayFromZero);
    }
}
