using Layar.Kernel.Acts;
using Layar.People.Contracts;

namespace Layar.Cases.Contracts;

/// <summary>What a report brings to a new case.</summary>
public sealed record NewCase
{
    public required CaseId Id { get; init; }
    public required string Number { get; init; }
    public required string Problem { get; init; }
    public string? Service { get; init; }
    public required string Title { get; init; }
    public string? Excerpt { get; init; }
    public string? Area { get; init; }
    public required string Channel { get; init; }
    public required bool Emergency { get; init; }
    public required bool Secret { get; init; }
    public bool? Social { get; init; }
    public PersonId? PersonId { get; init; }
    public int PhotoCount { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public required Actor Actor { get; init; }
}

/// <summary>Opens cases without a query: the rows go into the same transaction as the report.</summary>
public interface ICaseOpening
{
    /// <summary>Rows of the case, its first act and its messages; and by when the first answer is due.</summary>
    (IReadOnlyList<object> Rows, DateTime FirstAnswerDue) Open(NewCase wanted);
}
