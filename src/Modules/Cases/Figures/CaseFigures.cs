using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Figures;

internal sealed class CaseFigures(AppDb db) : ICaseFigures
{
    private static readonly string Sqlite = Query("({0} - step_since) / 3600000000", "printf('%09d', hours)");
    private static readonly string Postgres = Query("floor(extract(epoch from ({0} - step_since)) / 3600)::int", "lpad(hours::text, 9, '0')");

    public IAsyncEnumerable<CaseFigure> Received(DateOnly from, DateOnly to)
    {
        var (start, end) = (Start(from), Start(to.AddDays(1)));
        return db.Set<CaseFile>().AsNoTracking()
            .Where(c => c.ReceivedAt >= start && c.ReceivedAt < end && c.Step != CaseStep.Merged)
            .Select(c => new CaseFigure(c.ReceivedAt, c.District, c.Problem, c.Service, c.Channel, c.Social, c.Step, c.Open, c.ClosedAt))
            .AsAsyncEnumerable();
    }

    public async Task<DateOnly?> ReceivedOn(CaseId id, CancellationToken stop)
    {
        var at = await db.Set<CaseFile>().Where(c => c.Id == id).Select(c => (DateTime?)c.ReceivedAt).FirstOrDefaultAsync(stop);
        return at is { } received ? Wita.Day(received) : null;
    }

    public async Task<(DateOnly First, DateOnly Last)?> Days(CancellationToken stop)
    {
        var files = db.Set<CaseFile>().OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id);
        if (await files.Select(c => (DateTime?)c.ReceivedAt).FirstOrDefaultAsync(stop) is not { } first) return null;
        var last = await db.Set<CaseFile>().OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).Select(c => c.ReceivedAt).FirstAsync(stop);
        return (Wita.Day(first), Wita.Day(last));
    }

    public async Task<IReadOnlyList<WaitingCases>> Waiting(DateTime now, CancellationToken stop)
    {
        var rows = await db.Database.SqlQueryRaw<WaitingRow>(db.Kind == DatabaseKind.Sqlite ? Sqlite : Postgres, db.Value(now)).ToListAsync(stop);
        return [.. rows.Select(r => new WaitingCases(Enum.Parse<CaseStep>(r.Step), r.Hours, r.Count, r.Overdue, r.Oldest?[9..], r.Oldest is null ? r.Hours : int.Parse(r.Oldest[..9])))];
    }

    // The condition is written as the index of open cases has it, word by word, or SQLite does not see that they agree.
    // Oldest is hours and number in one text, so that one pass over the open cases finds both.
    private static string Query(string hours, string padded) => $$"""
        SELECT step AS "Step", bucket AS "Hours", CAST(count(*) AS integer) AS "Count", CAST(sum(late) AS integer) AS "Overdue",
        max(CASE WHEN secret THEN NULL ELSE {{padded}} || number END) AS "Oldest"
        FROM (SELECT step, hours, CASE WHEN hours <= 48 THEN hours ELSE hours / 24 * 24 END AS bucket, late, secret, number
        FROM (SELECT step, {{hours}} AS hours, CASE WHEN next_due_at < {0} THEN 1 ELSE 0 END AS late, secret, number
        FROM case_file WHERE open) AS waiting) AS aged
        GROUP BY step, bucket
        """;

    private static DateTime Start(DateOnly day) => Wita.Utc(day.ToDateTime(TimeOnly.MinValue));

    private sealed record WaitingRow(string Step, int Hours, int Count, int Overdue, string? Oldest);
}
