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
internal sealed class OfficerQueue(AppDb db, CaseVisibility visibility, WordIndex index, ICatalogue catalogue, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>A list that is narrowed by words looks among the newest cases that hold them.</summary>
    private const int MostByWords = 500;

    /// <summary>So many steps are read one by one, each from its own part of the index; more are read from the whole.</summary>
    private const int FewSteps = 4;

    /// <summary>Cases that hold the words of the filter; null when it has none.</summary>
    private List<CaseId>? words;

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
        words = filter.Text is { } text ? await Holding(text, stop) : null;
        if (filter.NewestFirst) return await Newest(filter, member, from, back, count).Select(QueueRow.Of).ToListAsync(stop);
        var steps = filter.View == QueueView.Mine ? Steps.HeldBy(member.Roles).ToList() : filter.View.StepOf() is { } only ? [only] : null;
        if (steps is { Count: 0 }) return [];
        var rows = new List<QueueRow>();
        foreach (var timed in (bool[])(back ? [false, true] : [true, false]))
        {
            // The part with due times and the part without follow one another; a place in one of them skips what lies behind it.
            if (from is { } place && (place.At is null) == timed && timed != back) continue;
            var start = from is { } here && (here.At is not null) == timed ? from : null;
            var wanted = count - rows.Count;
            rows.AddRange(timed ? await Timed(filter, member, steps, start, back, wanted, stop) : await Timeless(filter, member, steps, start, back, wanted, stop));
            if (rows.Count == count) break;
        }
        return rows;
    }

    private async Task<List<QueueRow>> Timed(QueueFilter filter, StaffMember member, List<CaseStep>? steps, QueueCursor? from, bool back, int count, CancellationToken stop)
    {
        var cases = Narrow(Behind("next_due_at", from, ascending: !back), filter, member).Where(c => c.NextDueAt != null);
        if (steps is null) return await Ordered(cases, back).Take(count).Select(QueueRow.Of).ToListAsync(stop);
        if (steps.Count > FewSteps) return await Ordered(cases.Where(c => steps.Contains(c.Step)), back).Take(count).Select(QueueRow.Of).ToListAsync(stop);
        var rows = new List<QueueRow>();
        foreach (var step in steps) rows.AddRange(await Ordered(cases.Where(c => c.Step == step), back).Take(count).Select(QueueRow.Of).ToListAsync(stop));
        return [.. (back ? rows.OrderByDescending(Place) : rows.OrderBy(Place)).Take(count)];
    }

    /// <summary>As the databases order: by time, then by the bytes of the id.</summary>
    private static (DateTime?, string) Place(QueueRow row) => (row.NextDueAt, row.Id.Value.ToString("N"));

    private async Task<List<QueueRow>> Timeless(QueueFilter filter, StaffMember member, List<CaseStep>? steps, QueueCursor? from, bool back, int count, CancellationToken stop)
    {
        var cases = Narrow(Behind("id", from, ascending: !back), filter, member).Where(c => c.NextDueAt == null);
        if (steps is not null) cases = cases.Where(c => steps.Contains(c.Step));
        return await (back ? cases.OrderByDescending(c => c.Id) : cases.OrderBy(c => c.Id)).Take(count).Select(QueueRow.Of).ToListAsync(stop);
    }

    private IQueryable<CaseFile> Newest(QueueFilter filter, StaffMember member, QueueCursor? from, bool back, int count)
    {
        var cases = Narrow(Behind("received_at", from, ascending: back), filter, member);
        var ordered = back ? cases.OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id) : cases.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id);
        return ordered.Take(count);
    }

    private IQueryable<CaseFile> Narrow(IQueryable<CaseFile> cases, QueueFilter filter, StaffMember member)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (near, today) = (now + QueueViews.Near, StartOfToday(now));
        cases = visibility.Filter(cases, member);
        cases = filter.View switch
        {
            QueueView.Closed => cases.Where(c => !c.Open),
            QueueView.Today => cases.Where(c => c.Open && c.ReceivedAt >= today),
            QueueView.Answered => cases.Where(c => c.Agency != null && c.Step == CaseStep.Completed),
            _ when filter.NewestFirst => cases,
            QueueView.Soon => cases.Where(c => c.Open && c.PausedAt == null && c.NextDueAt >= now && c.NextDueAt < near),
            QueueView.Late => cases.Where(c => c.Open && c.PausedAt == null && c.NextDueAt < now),
            QueueView.Urgent => cases.Where(c => c.Open && c.Emergency),
            _ => cases.Where(c => c.Open),
        };
        var districts = filter.Districts;
        if (districts.Count > 0) cases = cases.Where(c => districts.Contains(c.District!));
        if (filter.Problem is { } problem) cases = cases.Where(c => c.Problem == problem);
        if (filter.Channel is { } channel) cases = cases.Where(c => c.Channel == channel);
        if (filter.Agency is { } agency) cases = cases.Where(c => c.Agency == agency);
        if (words is { } holding) cases = cases.Where(c => holding.Contains(c.Id));
        return cases.AsNoTracking();
    }

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

    private static IQueryable<CaseFile> Ordered(IQueryable<CaseFile> cases, bool back) => back
        ? cases.OrderByDescending(c => c.NextDueAt).ThenByDescending(c => c.Id)
        : cases.OrderBy(c => c.NextDueAt).ThenBy(c => c.Id);

    /// <summary>Rows behind a place in the order. A row value is compared as a whole, so that both databases seek in the index.</summary>
    private IQueryable<CaseFile> Behind(string column, QueueCursor? place, bool ascending)
    {
        var cases = db.Set<CaseFile>();
        if (place is not { } start) return cases;
        var id = db.Value(start.Id);
        if (column == "id") return cases.FromSqlRaw(ascending ? "SELECT * FROM case_file WHERE id > {0}" : "SELECT * FROM case_file WHERE id < {0}", id);
        return cases.FromSqlRaw((column, ascending) switch
        {
            ("next_due_at", true) => "SELECT * FROM case_file WHERE (next_due_at, id) > ({0}, {1})",
            ("next_due_at", false) => "SELECT * FROM case_file WHERE (next_due_at, id) < ({0}, {1})",
            (_, true) => "SELECT * FROM case_file WHERE (received_at, id) > ({0}, {1})",
            (_, false) => "SELECT * FROM case_file WHERE (received_at, id) < ({0}, {1})",
        }, db.Value(start.At!.Value), id);
    }
}
