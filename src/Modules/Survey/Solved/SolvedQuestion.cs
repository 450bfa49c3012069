using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Survey.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Survey.Solved;

internal readonly record struct SolvedQuestionId(Guid Value) : IEntityId<SolvedQuestionId>
{
    public static SolvedQuestionId From(Guid value) => new(value);
}

/// <summary>"Sudah teratasi?" after one completion of a case; screens P14.</summary>
internal sealed class SolvedQuestion
{
    /// <summary>Between closing and the second question, and between a question and the last day on which "Belum" reopens.</summary>
    public static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);

    public required SolvedQuestionId Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>The message of the completion: the same message again asks nothing new.</summary>
    public required OutboxMessageId Closing { get; init; }

    public required int Round { get; init; }

    public required DateTime AskedAt { get; init; }

    public required DateTime ReopensUntil { get; init; }

    public SolvedAnswer? Answer { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public static IEnumerable<SolvedQuestion> After(CaseId id, OutboxMessageId closing, DateTime at) =>
        [Of(id, closing, 1, at), Of(id, closing, 2, at + Fortnight)];

    private static SolvedQuestion Of(CaseId id, OutboxMessageId closing, int round, DateTime asked) => new()
    {
        Id = new SolvedQuestionId(Guid.CreateVersion7(asked)), CaseId = id, Closing = closing, Round = round, AskedAt = asked, ReopensUntil = asked + Fortnight,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<SolvedQuestion>
    {
        public void Configure(EntityTypeBuilder<SolvedQuestion> question)
        {
            question.HasKey(q => q.Id);
            question.Property(q => q.AnsweredAt).IsConcurrencyToken();
            question.HasIndex(q => new { q.Closing, q.Round }).IsUnique();
            question.HasIndex(q => new { q.CaseId, q.AskedAt });
        }
    }
}
