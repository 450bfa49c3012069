using System.Diagnostics;

namespace Layar.Bench.Load;

/// <summary>What one round gave: how many right answers, how long each took, how many were wrong.</summary>
internal sealed record Sample(int Done, int Wrong, double Seconds, double P50, double P95, double P99, string? FirstWrong)
{
    public double PerSecond => Done / Seconds;

    /// <param name="ticks">of <see cref="Stopwatch"/>, one per right answer</param>
    public static Sample Of(List<long> ticks, int wrong, double seconds, string? firstWrong = null)
    {
        ticks.Sort();
        double At(double share) => ticks.Count == 0 ? double.NaN : ticks[(int)Math.Min(ticks.Count - 1, Math.Ceiling(share * ticks.Count) - 1)] * 1000.0 / Stopwatch.Frequency;
        return new Sample(ticks.Count, wrong, seconds, At(0.50), At(0.95), At(0.99), firstWrong);
    }
}

internal static class Medians
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0) return double.NaN;
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
