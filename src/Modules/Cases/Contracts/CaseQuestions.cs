using Layar.Kernel.Outcomes;

namespace Layar.Cases.Contracts;

/// <summary>What an officer asked the reporter. The same row, answered or not.</summary>
/// <param name="Options">answers to choose from; empty for text and photo</param>
/// <param name="Answer">words, the chosen option, or for a photo null</param>
public sealed record OpenQuestion(
    Guid Id, CaseId CaseId, string Text, QuestionKind Kind, IReadOnlyList<string> Options, DateTime AskedAt, DateTime? AnsweredAt, string? Answer);

public enum QuestionKind { Text, Choice, Photo }

/// <summary>Questions of a case to its reporter.</summary>
public interface ICaseQuestions
{
    /// <summary>Every question that was not withdrawn, oldest first; those without <see cref="OpenQuestion.AnsweredAt"/> wait.</summary>
    Task<IReadOnlyList<OpenQuestion>> For(CaseId id, CancellationToken stop);

    /// <summary>Opens its own change. With the last answer the case goes on and its clocks run again.</summary>
    Task<Outcome> AnswerAsReporter(Guid questionId, string? answer, Layar.Kernel.Files.StoredFile? photo, CancellationToken stop);
}
