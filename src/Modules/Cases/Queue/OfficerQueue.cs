using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Queue;

/// <summary>
/// Pages of cases that an officer may see, by an index and never by counting rows: by due time (cases without one stand
/// last), or newest first. A page is cut by the place of its neighbour's last row.
/// </summary>
internal sealed class OfficerQueue(AppDb db, CaseVisibility visibility, TimeProvider clock)
{
    public const int PageSize = 50;

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
        if (filter.NewestFirst) return await Newest(filter, member, from, back, count).Select(QueueRow.Of).ToListAsync(stop);
        var rows = new List<QueueRow>();
        foreach (var timed in (bool[])(back ? [false, true] : [true, false]))
        {
            // The part with due times and the part without follow one another; a place in one of them skips what lies behind it.
            if (from is { } place && (place.At is null) == timed && timed != back) continue;
            var start = from is { } here && (here.At is not null) == timed ? from : null;
            var wanted = count - rows.Count;
            var part = timed ? Timed(filter, member, start, back, wanted) : Timeless(filter, member, start, back, wanted);
            rows.AddRange(await part.Select(QueueRow.Of).ToListAsync(stop));
            if (rows.Count == count) break;
        }
        return rows;
    }

    private IQueryable<CaseFile> Timed(QueueFilter filter, StaffMember member, QueueCursor? from, bool back, int count)
    {
        IQueryable<CaseFile> Part(CaseStep? step)
        {
            var cases = Narrow(From("next_due_at", from, ascending: !back), filter, member).Where(c => c.NextDueAt != null);
            if (step is { } one) cases = cases.Where(c => c.Step == one);
            return Ordered(cases, back).Take(count);
        }

        // A few steps are read from the index of each step and merged: the work does not depend on how rare a step is.
        var steps = filter.View == QueueView.Mine ? Steps.HeldBy(member.Roles).ToList() : filter.View.StepOf() is { } only ? [only] : [];
        if (filter.View == QueueView.Mine && steps.Count == 0) return Part(null).Where(c => false);
        if (steps.Count == 0) return Part(null);
        return steps.Count == 1 ? Part(steps[0]) : Ordered(steps.Select(s => Part(s)).Aggregate((a, b) => a.Concat(b)), back).Take(count);
    }

    private IQueryable<CaseFile> Timeless(QueueFilter filter, StaffMember member, QueueCursor? from, bool back, int count)
    {
        var cases = Narrow(From("id", from, ascending: !back), filter, member).Where(c => c.NextDueAt == null);
        var steps = filter.View == QueueView.Mine ? Steps.HeldBy(member.Roles).ToList() : filter.View.StepOf() is { } only ? [only] : null;
        if (steps is not null) cases = cases.Where(c => steps.Contains(c.Step));
        return (back ? cases.OrderByDescending(c => c.Id) : cases.OrderBy(c => c.Id)).Take(count);
    }

    private IQueryable<CaseFile> Newest(QueueFilter filter, StaffMember member, QueueCursor? from, bool back, int count)
    {
        var cases = Narrow(From("received_at", from, ascending: back), filter, member);
        var ordered = back ? cases.OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id) : cases.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id);
        return ordered.Take(count);
    }

    private IQueryable<CaseFile> Narrow(IQueryable<CaseFile> cases, QueueFilter filter, StaffMember member)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        cases = visibility.Filter(cases, member);
        cases = filter.View switch
        {
            QueueView.Closed => cases.Where(c => !c.Open),
            _ when filter.NewestFirst => cases,
            QueueView.Soon => cases.Where(c => c.Open && c.PausedAt == null && c.NextDueAt >= now && c.NextDueAt < now + QueueViews.Near),
            QueueView.Late => cases.Where(c => c.Open && c.PausedAt == null && c.NextDueAt < now),
            QueueView.Urgent => cases.Where(c => c.Open && c.Emergency),
            QueueView.Today => cases.Where(c => c.Open && c.ReceivedAt >= StartOfToday(now)),
            _ => cases.Where(c => c.Open),
        };
        var districts = filter.Districts;
        if (districts.Count > 0) cases = cases.Where(c => districts.Contains(c.District!));
        if (filter.Problem is { } problem) cases = cases.Where(c => c.Problem == problem);
        if (filter.Channel is { } channel) cases = cases.Where(c => c.Channel == channel);
        if (filter.Text is { } text)
        {
            var like = "%" + text.ToLowerInvariant().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
            cases = cases.Where(c => EF.Functions.Like(c.Title.ToLower(), like, "\\") || EF.Functions.Like(c.Number.ToLower(), like, "\\") || EF.Functions.Like(c.Excerpt!.ToLower(), like, "\\"));
        }
        return cases.AsNoTracking();
    }

    internal static DateTime StartOfToday(DateTime now) => Wita.Utc(Wita.Day(now).ToDateTime(TimeOnly.MinValue));

    private static IQueryable<CaseFile> Ordered(IQueryable<CaseFile> cases, bool back) => back
        ? cases.OrderByDescending(c => c.NextDueAt).ThenByDescending(c => c.Id)
        : cases.OrderBy(c => c.NextDueAt).ThenBy(c => c.Id);

    /// <summary>Rows behind a place in the order. A row value is compared as a whole, so that both databases seek in the index.</summary>
    private IQueryable<CaseFile> From(string column, QueueCursor? place, bool ascending)
    {
        var cases = db.Set<CaseFile>();
        if (place is not { } start) return cases;
        var sqlite = db.Kind == DatabaseKind.Sqlite;
        object id = sqlite ? start.Id.ToByteArray(true) : start.Id;
        if (column == "id") return cases.FromSqlRaw(ascending ? "SELECT * FROM case_file WHERE id > {0}" : "SELECT * FROM case_file WHERE id < {0}", id);
        var moment = start.At!.Value;
        object at = sqlite ? (moment.Ticks - DateTime.UnixEpoch.Ticks) / 10 : moment;
        return cases.FromSqlRaw((column, ascending) switch
        {
            ("next_due_at", true) => "SELECT * FROM case_file WHERE (next_due_at, id) > ({0}, {1})",
            ("next_due_at", false) => "SELECT * FROM case_file WHERE (next_due_at, id) < ({0}, {1})",
            (_, true) => "SELECT * FROM case_file WHERE (received_at, id) > ({0}, {1})",
            (_, false) => "SELECT * FROM case_file WHERE (received_at, id) < ({0}, {1})",
        }, at, id);
    }
}
