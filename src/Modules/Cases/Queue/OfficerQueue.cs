using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Search;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Queue;

/// <summary>
/// Pages of cases that an officer may see, by an index and never by counting rows: by due time (cases without one stand
/// last), or newest first. A page is cut by the place of its neighbour's last row.
/// </summary>
internal sealed class OfficerQueue(AppDb db, QueueReading reading, WordIndex index, ICatalogue catalogue, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>A list that is narrowed by words looks among the newest cases that hold them.</summary>
    private const int MostByWords = 500;

    /// <summary>So many steps are read one by one, each from its own part of the index; more are read from the whole.</summary>
    private const int FewSteps = 4;

    public async Task<QueuePage> Page(QueueFilter filter, StaffMember member, CancellationToken stop, int size = PageSize)
    {
        var back = filter.Before is not null;
        var rows = await Read(filter, member, filter.Before ?? filter.After, back, size + 1, stop);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        if (back) rows.Reverse();
        if (rows.Count == 0) return new QueuePage(rows, null, null);
        QueueCursor First() => rows[0].Cursor(filter.NewestFirst);
        QueueCursor Last() => rows[^1].Cursor(filter.NewestFirst);
        return new QueuePage(rows, back ? more ? First() : null : filter.After is null ? null : First(), back || more ? Last() : null);
    }

    private async Task<List<QueueRow>> Read(QueueFilter filter, StaffMember member, QueueCursor? from, bool back, int count, CancellationToken stop)
    {
        var words = filter.Text is { } text ? await Holding(text, stop) : null;
        var sql = new QueueSql(db, filter, member, clock.GetUtcNow().UtcDateTime);
        Task<List<QueueRow>> Part(QueuePart part, IReadOnlyList<CaseStep>? steps, QueueCursor? start, int wanted)
        {
            var (question, values) = sql.Ask(part, steps, start, back, words, wanted);
            return reading.Rows(question, values, stop);
        }

        if (filter.NewestFirst) return await Part(QueuePart.Arrival, null, from, count);
        var steps = filter.View.StepsFor(member);
        if (steps is { Count: 0 }) return [];
        var rows = new List<QueueRow>();
        foreach (var part in (QueuePart[])(back ? [QueuePart.Timeless, QueuePart.Timed] : [QueuePart.Timed, QueuePart.Timeless]))
        {
            // The part with due times and the part without follow one another; a place in one of them skips what lies behind it.
            var timed = part == QueuePart.Timed;
            if (from is { } place && (place.At is null) == timed && timed != back) continue;
            var start = from is { } here && (here.At is not null) == timed ? from : null;
            var wanted = count - rows.Count;
            if (!timed || steps is null || steps.Count > FewSteps) rows.AddRange(await Part(part, steps, start, wanted));
            else
            {
                var each = new List<QueueRow>();
                foreach (var step in steps) each.AddRange(await Part(part, [step], start, wanted));
                rows.AddRange((back ? each.OrderByDescending(Place) : each.OrderBy(Place)).Take(wanted));
            }
            if (rows.Count == count) break;
        }
        return rows;
    }

    /// <summary>As the databases order: by time, then by the bytes of the id.</summary>
    private static (DateTime?, string) Place(QueueRow row) => (row.NextDueAt, row.Id.Value.ToString("N"));

    /// <summary>A whole number is that case; anything else is words, of which beginnings are enough. Asked first and alone: a few hundred ids are a cheap condition.</summary>
    private async Task<List<CaseId>> Holding(string text, CancellationToken stop)
    {
        if (TicketCode.Parse(catalogue.Instance.TicketPrefix, text).TryGet(out var code, out _))
        {
            var number = code.ToString();
            return await db.Set<CaseFile>().Where(c => c.Number == number).Select(c => c.Id).ToListAsync(stop);
        }
        var typed = SearchWords.Of(text);
        return typed.Count == 0 ? [] : await index.Match([.. typed.Select(w => (IReadOnlyList<string>)[w])], MostByWords, beginnings: true).Select(c => c.Id).ToListAsync(stop);
    }

    internal static DateTime StartOfToday(DateTime now) => Wita.Utc(Wita.Day(now).ToDateTime(TimeOnly.MinValue));
}
