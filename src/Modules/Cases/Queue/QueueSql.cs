using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;

namespace Layar.Cases.Queue;

/// <summary>The part of the order that a question reads: rows with a due time, rows without one behind them, or by arrival.</summary>
internal enum QueuePart { Timed, Timeless, Arrival }

/// <summary>
/// The question for one part of a list, written in SQL: an officer opens a list hundreds of times a day, and translating
/// the same conditions from C# each time cost more than reading the rows.
/// </summary>
internal sealed class QueueSql(AppDb db, QueueFilter filter, StaffMember member, DateTime now)
{
    /// <param name="steps">null for any step</param>
    /// <param name="place">the row behind which to begin</param>
    /// <param name="back">towards the beginning of the list</param>
    /// <param name="holding">only these cases; null for all</param>
    public (string Sql, IReadOnlyList<object> Values) Ask(
        QueuePart part, IReadOnlyList<CaseStep>? steps, QueueCursor? place, bool back, IReadOnlyList<CaseId>? holding, int count)
    {
        var values = new SqlValues(db);
        var conditions = new List<string> { CaseVisibility.Sql(member, values) };
        // A search looks through everything.
        if (!filter.NewestFirst || filter.View.IsNewestFirst()) conditions.AddRange(new QueueConditions(values, now).Of(filter.View));
        conditions.AddRange(Narrowed(values));
        if (part == QueuePart.Timed) conditions.Add("next_due_at IS NOT NULL");
        if (part == QueuePart.Timeless) conditions.Add("next_due_at IS NULL");
        if (steps is not null) conditions.Add(QueueConditions.In(steps));
        if (holding is not null) conditions.Add(holding.Count == 0 ? "false" : Among("id", holding.Select(h => db.Value(h.Value)), values));
        var descending = back != (part == QueuePart.Arrival);
        if (place is { } start) conditions.Add(Behind(part, start, descending, values));
        var way = descending ? " DESC" : "";
        var order = part switch { QueuePart.Timed => $"next_due_at{way}, id{way}", QueuePart.Timeless => $"id{way}", _ => $"received_at{way}, id{way}" };
        var sql = $"SELECT {QueueRow.Columns} FROM case_file WHERE {string.Join(" AND ", conditions)} ORDER BY {order} LIMIT {values.Add(count)}";
        return (sql, values.All);
    }

    private IEnumerable<string> Narrowed(SqlValues values)
    {
        if (filter.Districts.Count > 0) yield return Among("district", filter.Districts, values);
        if (filter.Problem is { } problem) yield return $"problem = {values.Add(problem)}";
        if (filter.Channel is { } channel) yield return $"channel = {values.Add(channel)}";
        if (filter.Agency is { } agency) yield return $"agency = {values.Add(agency)}";
    }

    /// <summary>A row value is compared as a whole, so that both databases seek in the index.</summary>
    private string Behind(QueuePart part, QueueCursor place, bool descending, SqlValues values)
    {
        var sign = descending ? "<" : ">";
        if (part == QueuePart.Timeless) return $"id {sign} {values.Add(place.Id)}";
        var column = part == QueuePart.Timed ? "next_due_at" : "received_at";
        return $"({column}, id) {sign} ({values.Add(place.At ?? DateTime.UnixEpoch)}, {values.Add(place.Id)})";
    }

    private static string Among(string column, IEnumerable<object> wanted, SqlValues values)
    {
        var names = wanted.Select(values.Add).ToList();
        return names is [var only] ? $"{column} = {only}" : $"{column} IN ({string.Join(',', names)})";
    }
}
