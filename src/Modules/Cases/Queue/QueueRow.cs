using System.Linq.Expressions;
using Layar.Cases.Contracts;
using Layar.Cases.Files;

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
}

/// <param name="Previous">place before which the page before ends; null on the first page</param>
/// <param name="Next">place after which the next page begins; null on the last page</param>
internal sealed record QueuePage(IReadOnlyList<QueueRow> Rows, QueueCursor? Previous, QueueCursor? Next);
