using Layar.Cases.Contracts;
using Layar.Insight.Bands;
using Layar.Survey.Contracts;

namespace Layar.Insight.Analysis;

/// <summary>One bar: cases of a month, or of a quarter for readers who see only groups.</summary>
internal sealed record PeriodBar(DateOnly From, int Social, int NonSocial, int Undecided)
{
    public int Total => Social + NonSocial + Undecided;
}

/// <param name="Code">null for districts with few cases, pooled; empty when the place is not known</param>
/// <param name="Open">null for readers who see only groups</param>
internal sealed record DistrictFigure(string? Code, int Received, int? Open);

/// <summary>Open cases of a step. Without <paramref name="Count"/> they are too few to be shown to this reader.</summary>
internal sealed record StepFigure(CaseStep Step, int? Count, int? MedianHours, int? NinetyHours, int? Overdue, string? Oldest, int OldestHours);

/// <summary>Everything on the page of one period.</summary>
/// <param name="GroupsOnly">the reader sees groups of five and more, no case</param>
/// <param name="Resolved">null when it would show a group of fewer than five</param>
internal sealed record AnalysisView(
    AnalysisPeriod Period, bool GroupsOnly, int Received, int? ReceivedBefore, int? Resolved, RatioRule Rule, decimal? MedianDays, int TargetDays,
    SatisfactionFigure? Satisfaction, IReadOnlyList<PeriodBar> Bars, IReadOnlyList<DistrictFigure> Districts, IReadOnlyList<StepFigure> Steps)
{
    /// <summary>Percentage with two decimals; null without cases.</summary>
    public decimal? Ratio => Received == 0 || Resolved is null ? null : Math.Round(Resolved.Value * 100m / Received, 2, MidpointRounding.AwayFromZero);

    /// <summary>Fewer cases of the year before say nothing in percent.</summary>
    private const int SmallestBase = 20;

    public int? Growth => ReceivedBefore is >= SmallestBase ? (int)Math.Round((Received - ReceivedBefore.Value) * 100m / ReceivedBefore.Value) : null;

    public int Social => Bars.Sum(b => b.Social);

    public int NonSocial => Bars.Sum(b => b.NonSocial);

    /// <summary>Of those that somebody has sorted.</summary>
    public int? SocialShare => Social + NonSocial == 0 ? null : (int)Math.Round(Social * 100m / (Social + NonSocial));
}
