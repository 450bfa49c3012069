using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;

namespace Layar.Cases.Completeness.RequestCompletion;

/// <summary>One question as it is to be asked.</summary>
/// <param name="Field">where a fault of it is shown</param>
internal sealed record NewQuestion(string Field, QuestionKind Kind, string Text, IReadOnlyList<string> Options, string? Document = null, string? Fact = null);

/// <summary>Rows of questions, sealed.</summary>
internal sealed class NewQuestions(FieldCipher cipher)
{
    public const int Most = 10;
    public const int LongestText = 300;

    public static Refusal? Wrong(IReadOnlyList<NewQuestion> questions)
    {
        if (questions.Count == 0) return new Refusal("completeness.request.none", "Documents");
        if (questions.Count > Most) return new Refusal("completeness.request.many", null, Most);
        return Refusal.Of(questions.SelectMany(Faults));
    }

    private static IEnumerable<Refusal> Faults(NewQuestion question)
    {
        if (question.Text.Length > LongestText) yield return new Refusal("completeness.request.long", $"{question.Field}.Text", LongestText);
        if (question.Kind == QuestionKind.Choice && question.Options.Distinct().Count() is not (>= 2 and <= 10)) yield return new Refusal("completeness.request.options", $"{question.Field}.Options");
        if (question.Options.Any(o => o.Length > 100)) yield return new Refusal("completeness.request.long", $"{question.Field}.Options", 100);
    }

    public CaseQuestion Row(CaseId file, NewQuestion question, StaffMember member, DateTime now)
    {
        var id = Guid.CreateVersion7(now);
        return new CaseQuestion
        {
            Id = new CaseQuestionId(id), CaseId = file, Kind = question.Kind, SealedText = cipher.Seal(question.Text, CaseQuestion.TextColumn, id)!,
            Options = question.Kind == QuestionKind.Choice ? string.Join('\n', question.Options.Distinct()) : "", Document = question.Document, Fact = question.Fact,
            AskedAt = now, AskedBy = member.Name,
        };
    }
}
