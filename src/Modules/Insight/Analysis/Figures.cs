using Layar.Insight.Rollup;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Insight.Analysis;

/// <summary>Cases received on one day; <paramref name="Key"/> is the code of the facet that was asked for.</summary>
internal sealed record DayFigure(DateOnly Day, string Key, Sociality Social, int Received, int Resolved, int Open)
{
    public int Quarter => (Day.Month + 2) / 3;
}

/// <summary>Reads the rollup; each question is one range of its key.</summary>
internal sealed class Figures(AppDb db)
{
    /// <summary>By day and social or not, over all districts.</summary>
    public async Task<IReadOnlyList<DayFigure>> Days(DateOnly from, DateOnly to, CancellationToken stop) =>
        await Rows(Facet.District, from, to).GroupBy(d => new { d.Day, d.Social })
            .Select(g => new DayFigure(g.Key.Day, "", g.Key.Social, g.Sum(d => d.Received), g.Sum(d => d.Resolved), g.Sum(d => d.Open)))
            .ToListAsync(stop);

    /// <summary>By day and key of one facet.</summary>
    public async Task<IReadOnlyList<DayFigure>> DaysBy(Facet facet, DateOnly from, DateOnly to, CancellationToken stop) =>
        await Rows(facet, from, to).GroupBy(d => new { d.Day, d.Key })
            .Select(g => new DayFigure(g.Key.Day, g.Key.Key, Sociality.Undecided, g.Sum(d => d.Received), g.Sum(d => d.Resolved), g.Sum(d => d.Open)))
            .ToListAsync(stop);

    /// <summary>By key of one facet over the whole period.</summary>
    public async Task<IReadOnlyList<DayFigure>> By(Facet facet, DateOnly from, DateOnly to, CancellationToken stop) =>
        await Rows(facet, from, to).GroupBy(d => d.Key)
            .Select(g => new DayFigure(from, g.Key, Sociality.Undecided, g.Sum(d => d.Received), g.Sum(d => d.Resolved), g.Sum(d => d.Open)))
            .ToListAsync(stop);

    /// <summary>Median days from receipt to the end, of the cases received in the period that are resolved.</summary>
    public async Task<decimal?> MedianDays(DateOnly from, DateOnly to, CancellationToken stop)
    {
        var buckets = await Rows(Facet.Days, from, to).GroupBy(d => d.Key).Select(g => new { g.Key, Count = g.Sum(d => d.Resolved) }).ToListAsync(stop);
        return DayBuckets.Quantile(buckets.Select(b => KeyValuePair.Create(b.Key, b.Count)), 0.5m);
    }

    private IQueryable<CaseDay> Rows(Facet facet, DateOnly from, DateOnly to) =>
        db.Set<CaseDay>().AsNoTracking().Where(d => d.Facet == facet && d.Day >= from && d.Day <= to);
}
