using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Cases.Completeness;

internal readonly record struct CaseQuestionId(Guid Value) : IEntityId<CaseQuestionId>
{
    public static CaseQuestionId From(Guid value) => new(value);
}

/// <summary>One thing the reporter is asked. Question and answer may name people, so both are sealed.</summary>
internal sealed class CaseQuestion
{
    public const string TextColumn = "case_question.sealed_text";
    public const string AnswerColumn = "case_question.sealed_answer";

    public required CaseQuestionId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required QuestionKind Kind { get; init; }

    public required byte[] SealedText { get; init; }

    /// <summary>Answers to choose from, one a line.</summary>
    public required string Options { get; init; }

    /// <summary>Document the question is about, when it asks for one.</summary>
    public string? Document { get; init; }

    /// <summary>Fact of the programme rules the answer tells, when it asks for one: a question on the side, for which the case does not wait.</summary>
    public string? Fact { get; init; }

    public required DateTime AskedAt { get; init; }

    public required string AskedBy { get; init; }

    public DateTime? AnsweredAt { get; set; }

    /// <summary>Officer who wrote down the answer; null when the reporter did.</summary>
    public string? AnsweredBy { get; set; }

    public byte[]? SealedAnswer { get; set; }

    public StoredFileId? PhotoId { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    public bool Waits => AnsweredAt is null && WithdrawnAt is null;

    public IReadOnlyList<string> Choices => Options.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal sealed class Mapping : IEntityTypeConfiguration<CaseQuestion>
    {
        public void Configure(EntityTypeBuilder<CaseQuestion> question)
        {
            question.HasKey(q => q.Id);
            question.Property(q => q.AnsweredAt).IsConcurrencyToken();
            question.Property(q => q.WithdrawnAt).IsConcurrencyToken();
            question.Ignore(q => q.Waits);
            question.Ignore(q => q.Choices);
            question.HasIndex(q => new { q.CaseId, q.AskedAt });
        }
    }
}
