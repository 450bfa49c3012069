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
    /// <summary>By kind: asked for every trace of everybody, and so without reckoning months each time.</summary>
    private readonly Dictionary<TraceKind, (TraceTrust Trust, DateOnly FreshFrom)> inForce = all.GroupBy(t => t.Kind)
        .ToDictionary(g => g.Key, g => g.FirstOrDefault(t => t.Validity.Covers(day)) ?? g.MinBy(t => t.Validity.From)!)
        .ToDictionary(k => k.Key, k => (k.Value, k.Value.FreshMonths is { } months ? FirstFresh(day, months) : DateOnly.MinValue));

    public int Of(TraceKind kind, DateOnly asOf) => !inForce.TryGetValue(kind, out var held) ? 0 : asOf < held.FreshFrom ? held.Trust.StaleRank ?? 0 : held.Trust.Rank;

    /// <summary>The first day from which so many months reach to the day. Months are of unequal length: several days may reach to the same one.</summary>
    private static DateOnly FirstFresh(DateOnly day, int months)
    {
        var first = day.AddMonths(-months);
        while (first.AddMonths(months) < day) first = first.AddDays(1);
        while (first.AddDays(-1).AddMonths(months) >= day) first = first.AddDays(-1);
        return first;
    }
}
