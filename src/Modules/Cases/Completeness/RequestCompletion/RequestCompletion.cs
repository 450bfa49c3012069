using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Layar.Kernel.Texts;

namespace Layar.Cases.Completeness.RequestCompletion;

/// <summary>One question as it is to be asked.</summary>
/// <param name="Field">where a fault of it is shown</param>
internal sealed record NewQuestion(string Field, QuestionKind Kind, string Text, IReadOnlyList<string> Options, string? Document = null, string? Fact = null);

/// <summary>"Minta kelengkapan": asks the reporter; the promise stands still until the last answer.</summary>
internal sealed class RequestCompletion(AppDb db, Change change, CaseAtHand hand, CaseProcess process, FieldCipher cipher, TextCatalogue texts, TimeProvider time)
{
    public const int Most = 10;
    public const int LongestText = 300;

    public Task<Outcome> Handle(string number, int version, IReadOnlyList<NewQuestion> questions, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (Wrong(questions) is { } wrong) return wrong;
        if (!(await hand.Take(number, member, version, stop)).TryGet(out var file, out var refusal)) return refusal;
        var rows = questions.Select(q => Row(file, q, member)).ToList();
        var done = await process.Do(file, CaseActKind.RequestCompletion, member, new(version, texts.Official("completeness.request.act", rows.Count),
            After: new { questions = rows.Select(r => r.Kind.ToString()) }, Touched: [.. rows.Select(r => r.Id.Value)]), stop);
        if (done.IsDone) db.AddRange(rows);
        return done;
    }, stop);

    private static Refusal? Wrong(IReadOnlyList<NewQuestion> questions)
    {
        if (questions.Count == 0) return new Refusal("completeness.request.none", "Documents");
        if (questions.Count > Most) return new Refusal("completeness.request.many", null, Most);
        foreach (var question in questions)
        {
            if (question.Text.Length > LongestText) return new Refusal("completeness.request.long", $"{question.Field}.Text", LongestText);
            if (question.Kind == QuestionKind.Choice && question.Options.Distinct().Count() is not (>= 2 and <= 10)) return new Refusal("completeness.request.options", $"{question.Field}.Options");
            if (question.Options.Any(o => o.Length > 100)) return new Refusal("completeness.request.long", $"{question.Field}.Options", 100);
        }
        return null;
    }

    private CaseQuestion Row(CaseFile file, NewQuestion question, StaffMember member)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7(now);
        return new CaseQuestion
        {
            Id = new CaseQuestionId(id), CaseId = file.Id, Kind = question.Kind, SealedText = cipher.Seal(question.Text, CaseQuestion.TextColumn, id)!,
            Options = question.Kind == QuestionKind.Choice ? string.Join('\n', question.Options.Distinct()) : "", Document = question.Document, Fact = question.Fact,
            AskedAt = now, AskedBy = member.Name,
        };
    }
}
