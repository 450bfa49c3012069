using Layar.Cases.Contracts;
using Layar.Kernel.Time;

namespace Layar.Insight.Rollup;

/// <summary>Counts cases into rows; the same cases give the same rows in any order.</summary>
internal sealed class DayCount
{
    private readonly Dictionary<(Facet, DateOnly, string, Sociality), CaseDay> rows = [];

    public IReadOnlyCollection<CaseDay> Rows => rows.Values;

    public void Add(CaseFigure figure)
    {
        var day = Wita.Day(figure.ReceivedAt);
        var social = figure.Social switch { true => Sociality.Social, false => Sociality.NonSocial, null => Sociality.Undecided };
        var days = figure is { Step: CaseStep.Completed, ClosedAt: { } closed } ? Math.Max(0, (int)(closed - figure.ReceivedAt).TotalDays) : (int?)null;
        Add(Row(Facet.District, day, figure.District, social), figure, days);
        Add(Row(Facet.Service, day, figure.Service, social), figure, days);
        Add(Row(Facet.Problem, day, figure.Problem, social), figure, days);
        Add(Row(Facet.Channel, day, figure.Channel, social), figure, days);
        if (days is { } n) Add(Row(Facet.Days, day, DayBuckets.Of(n), social), figure, days);
    }

    private static void Add(CaseDay row, CaseFigure figure, int? days)
    {
        row.Received++;
        if (figure.Open) row.Open++;
        if (days is not { } n) return;
        row.Resolved++;
        row.SumDays += n;
    }

    private CaseDay Row(Facet facet, DateOnly day, string? key, Sociality social)
    {
        var id = (facet, day, key ?? "", social);
        if (!rows.TryGetValue(id, out var row)) rows[id] = row = new CaseDay { Facet = facet, Day = day, Key = id.Item3, Social = social };
        return row;
    }
}
