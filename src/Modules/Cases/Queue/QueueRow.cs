using System.Collections.Frozen;
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
        ReportCount = c.ReportCount, ReceivedAt = c.ReceivedAt, NextDueAt = c.NextDueAt, PausedAt = c.PausedAt,
        Version = c.Version,
    };

    /// <summary>The same columns for questions in SQL, in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        "id, number, step, title, excerpt, area, problem, ppks, agency, channel, emergency, secret, social, open, report_count, received_at, next_due_at, paused_at, version";

    private static readonly FrozenDictionary<string, CaseStep> StepsByName = Enum.GetValues<CaseStep>().ToFrozenDictionary(s => s.ToString());

    public static QueueRow Read(RowCells row) => new()
    {
        Id = new CaseId(row.Id(0)), Number = row.Text(1)!, Step = StepsByName[row.Text(2)!], Title = row.Text(3)!, Excerpt = row.Text(4), Area = row.Text(5),
        Problem = row.Text(6)!, Ppks = row.Text(7), Agency = row.Text(8), Channel = row.Text(9)!, Emergency = row.Flag(10), Secret = row.Flag(11),
        Social = row.IsNull(12) ? null : row.Flag(12), Open = row.Flag(13), ReportCount = row.Number(14),
        ReceivedAt = row.Moment(15), NextDueAt = row.IsNull(16) ? null : row.Moment(16), PausedAt = row.IsNull(17) ? null : row.Moment(17), Version = row.Number(18),
    };
}

/// <param name="Previous">place before which the page before ends; null on the first page</param>
/// <param name="Next">place after which the next page begins; null on the last page</param>
internal sealed record QueuePage(IReadOnlyList<QueueRow> Rows, QueueCursor? Previous, QueueCursor? Next);
