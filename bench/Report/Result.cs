namespace Layar.Bench.Report;

/// <summary>One line of the table. What does not apply is null and shown as a dash.</summary>
internal sealed record Result
{
    public required string Scenario { get; init; }
    public required string Database { get; init; }
    public required int Cases { get; init; }
    public int? Clients { get; init; }
    public double? PerSecond { get; init; }

    /// <summary>Milliseconds.</summary>
    public double? P50 { get; init; }
    public double? P95 { get; init; }
    public double? P99 { get; init; }

    /// <summary>What the limit program did in a second, in the same run.</summary>
    public double? Limit { get; init; }
    public double? Ratio { get; init; }
    public double? RatioLow { get; init; }
    public double? RatioHigh { get; init; }
    public double? PeakMegabytes { get; init; }

    /// <summary>Processors used by the application, 2.0 at most on two cores.</summary>
    public double? Processors { get; init; }
    public string Note { get; init; } = "";
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    public Result With(bool applies, string goal, bool met) => applies ? this with { Goals = [.. Goals, new Goal(goal, met)] } : this;
}

internal sealed record Goal(string Text, bool Met);
