using System.Collections.Frozen;
using System.Data.Common;
using System.Linq.Expressions;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Kernel.Data;

namespace Layar.Cases.Queue;

/// <summary>What a list shows of a case: nothing that identifies a person.</summary>
internal sealed record QueueRow
{
    public required CaseId Id { get; init; }
    public required string Number { get; init; }
    public required CaseStep Step { get; init; }
    public required string Title { get; init; }
    public required string? Excerpt { get; init; }
    public required string? Area { get; init; }
    public required string Problem { get; init; }
    public required string? Ppks { get; init; }
    public required string? Agency { get; init; }
    public required string Channel { get; init; }
    public required bool Emergency { get; init; }
    public required bool Secret { get; init; }
    public required bool? Social { get; init; }
    public required bool Open { get; init; }
    public required int PhotoCount { get; init; }
    public required int ReportCount { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public required DateTime? NextDueAt { get; init; }
    public required DateTime? PausedAt { get; init; }
    public required int Version { get; init; }

    public QueueCursor Cursor(bool newestFirst) => new(newestFirst ? ReceivedAt : NextDueAt, Id.Value);

    public static readonly Expression<Func<CaseFile, QueueRow>> Of = c => new QueueRow
    {
        Id = c.Id, Number = c.Number, Step = c.Step, Title = c.Title, Excerpt = c.Excerpt, Area = c.Area, Problem = c.Problem, Ppks = c.Ppks,
        Agency = c.Agency, Channel = c.Channel, Emergency = c.Emergency, Secret = c.Secret, Social = c.Social, Open = c.Open,
        PhotoCount = c.PhotoCount, ReportCount = c.ReportCount, ReceivedAt = c.ReceivedAt, NextDueAt = c.NextDueAt, PausedAt = c.PausedAt,
        Version = c.Version,
    };

    /// <summary>The same columns for questions in SQL, in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        "id, number, step, title, excerpt, area, problem, ppks, agency, channel, emergency, secret, social, open, photo_count, report_count, received_at, next_due_at, paused_at, version";

    private static readonly FrozenDictionary<string, CaseStep> StepsByName = Enum.GetValues<CaseStep>().ToFrozenDictionary(s => s.ToString());

    public static QueueRow Read(DbDataReader row, DatabaseKind kind)
    {
        string? Text(int at) => row.IsDBNull(at) ? null : row.GetString(at);
        DateTime? Time(int at) => row.IsDBNull(at) ? null : kind == DatabaseKind.Sqlite ? Stored.Moment(row.GetInt64(at)) : row.GetDateTime(at);
        return new QueueRow
        {
            Id = new CaseId(kind == DatabaseKind.Sqlite ? Stored.Id(row.GetFieldValue<byte[]>(0)) : row.GetGuid(0)),
            Number = row.GetString(1), Step = StepsByName[row.GetString(2)], Title = row.GetString(3), Excerpt = Text(4), Area = Text(5), Problem = row.GetString(6),
            Ppks = Text(7), Agency = Text(8), Channel = row.GetString(9), Emergency = row.GetBoolean(10), Secret = row.GetBoolean(11),
            Social = row.IsDBNull(12) ? null : row.GetBoolean(12), Open = row.GetBoolean(13), PhotoCount = row.GetInt32(14), ReportCount = row.GetInt32(15),
            ReceivedAt = Time(16)!.Value, NextDueAt = Time(17), PausedAt = Time(18), Version = row.GetInt32(19),
        };
    }
}

/// <param name="Previous">place before which the page before ends; null on the first page</param>
/// <param name="Next">place after which the next page begins; null on the last page</param>
internal sealed record QueuePage(IReadOnlyList<QueueRow> Rows, QueueCursor? Previous, QueueCursor? Next);
