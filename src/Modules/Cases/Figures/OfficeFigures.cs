using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Figures;

internal sealed class OfficeFigures(IDbContextFactory<AppDb> contexts, TimeProvider time) : IOfficeFigures
{
    // LINQ cannot subtract times that SQLite keeps as microseconds.
    private const string OnSqlite =
        "SELECT COUNT(*) AS received, COUNT(closed_at) AS closed, AVG((closed_at - received_at) / 1e6) AS seconds FROM case_file WHERE received_at >= {0}";
    private const string OnPostgres =
        "SELECT COUNT(*) AS received, COUNT(closed_at) AS closed, CAST(AVG(EXTRACT(EPOCH FROM closed_at - received_at)) AS double precision) AS seconds FROM case_file WHERE received_at >= {0}";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private (DateTime At, MonthFigures Figures)? kept;

    public async Task<MonthFigures> ThisMonth(CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (kept is { } known && now - known.At < Fresh) return known.Figures;
        await one.WaitAsync(stop);
        try
        {
            if (kept is { } meanwhile && now - meanwhile.At < Fresh) return meanwhile.Figures;
            var figures = await Count(now, stop);
            kept = (now, figures);
            return figures;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<MonthFigures> Count(DateTime now, CancellationToken stop)
    {
        var today = Wita.Day(now);
        var from = Wita.Utc(new DateOnly(today.Year, today.Month, 1).ToDateTime(TimeOnly.MinValue));
        await using var db = await contexts.CreateDbContextAsync(stop);
        var row = await db.Database.SqlQueryRaw<Row>(db.Kind == DatabaseKind.Sqlite ? OnSqlite : OnPostgres, db.Value(from)).FirstAsync(stop);
        return new MonthFigures((int)row.received, row.received == 0 ? null : (double)row.closed / row.received, row.seconds / 86_400);
    }

#pragma warning disable IDE1006 // Column names of the query.
    private sealed record Row(long received, long closed, double? seconds);
#pragma warning restore IDE1006
}
