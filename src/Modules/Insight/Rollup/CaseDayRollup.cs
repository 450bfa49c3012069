using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore;

namespace Layar.Insight.Rollup;

/// <summary>Counts days again from the cases themselves: repeating it is harmless, and nothing can drift.</summary>
internal sealed class CaseDayRollup(AppDb db, ICaseFigures cases, WriteGate gate)
{
    private const int DaysAtOnce = 31;

    // Named one by one, because the key of the table begins with the facet.
    private static readonly Facet[] Facets = Enum.GetValues<Facet>();

    public Task Mark(DateOnly day, CancellationToken stop) =>
        Guarded(() => db.Database.ExecuteSqlAsync($"INSERT INTO case_day_stale (day) VALUES ({day}) ON CONFLICT (day) DO NOTHING", stop), stop);

    /// <returns>days counted again</returns>
    public async Task<int> Refresh(CancellationToken stop)
    {
        var stale = await db.Set<CaseDayStale>().AsNoTracking().OrderBy(d => d.Day).Select(d => d.Day).Take(100).ToListAsync(stop);
        foreach (var day in stale) await Recount(day, day, stop);
        return stale.Count;
    }

    /// <summary>False before the first count of an installation that has cases.</summary>
    public async Task<bool> IsCounted(CancellationToken stop) => await db.Set<CaseDay>().AnyAsync(stop) || await cases.Days(stop) is null;

    /// <summary>Everything again, some weeks in a transaction.</summary>
    public async Task Rebuild(CancellationToken stop)
    {
        if (await cases.Days(stop) is not { } days) return;
        for (var from = days.First; from <= days.Last; from = from.AddDays(DaysAtOnce)) await Recount(from, from.AddDays(DaysAtOnce - 1), stop);
    }

    // The mark goes first: a case that moves meanwhile marks its day again, and the day is counted once more.
    private Task Recount(DateOnly from, DateOnly to, CancellationToken stop) => Guarded(async () =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // Two who count the same days at once would both delete and both insert.
        await db.TakeTurn("case-days", stop);
        await db.Set<CaseDayStale>().Where(d => d.Day >= from && d.Day <= to).ExecuteDeleteAsync(stop);
        await db.Set<CaseDay>().Where(d => Facets.Contains(d.Facet) && d.Day >= from && d.Day <= to).ExecuteDeleteAsync(stop);
        var count = new DayCount();
        await foreach (var figure in cases.Received(from, to).WithCancellation(stop)) count.Add(figure);
        var writer = new RowWriter(db.Model, db.Kind);
        await writer.Load(db.Database.GetDbConnection(), transaction.GetDbTransaction(), typeof(CaseDay), count.Rows, stop);
        await transaction.CommitAsync(stop);
    }, stop);

    private async Task Guarded(Func<Task> work, CancellationToken stop)
    {
        using var turn = await gate.Enter(stop);
        await work();
    }
}
