using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Programmes;

/// <summary>How far traces of one kind are believed when another contradicts them.</summary>
/// <param name="Rank">the higher the more trusted</param>
/// <param name="FreshMonths">how long the rank holds after the day of the trace; null for ever</param>
/// <param name="StaleRank">rank after that</param>
internal sealed record TraceTrust(TraceKind Kind, int Rank, int? FreshMonths, int? StaleRank, Validity Validity);

/// <summary>The ranks in force on one day; before the first one, the first.</summary>
internal sealed class TraceRanks(IReadOnlyList<TraceTrust> all, DateOnly day)
{
    private readonly Dictionary<TraceKind, TraceTrust> inForce = all.GroupBy(t => t.Kind).ToDictionary(
        g => g.Key, g => g.FirstOrDefault(t => t.Validity.Covers(day)) ?? g.MinBy(t => t.Validity.From)!);

    public int Of(TraceKind kind, DateOnly asOf) => inForce.GetValueOrDefault(kind) is not { } trust ? 0
        : trust.FreshMonths is { } months && asOf.AddMonths(months) < day ? trust.StaleRank ?? 0 : trust.Rank;
}
