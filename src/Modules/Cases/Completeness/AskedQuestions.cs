using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Completeness;

/// <summary>
/// Questions of a case and their answers. With the last answer to what it waits for the case leaves "menunggu pelapor"; a fact asked on the
/// side moves nothing.
/// </summary>
internal sealed class AskedQuestions(
    AppDb db, Change change, CaseProcess process, CaseAtHand hand, FieldCipher cipher, TimeProvider time) : ICaseQuestions
{
    public const int LongestAnswer = 2000;

    private static readonly Refusal Gone = new("completeness.question.gone");

    private static readonly Func<AppDb, CaseId, IAsyncEnumerable<CaseQuestion>> Standing = EF.CompileAsyncQuery<AppDb, CaseId, CaseQuestion>((AppDb db, CaseId id) =>
        db.Set<CaseQuestion>().AsNoTracking().Where(q => q.CaseId == id && q.WithdrawnAt == null).OrderBy(q => q.AskedAt).ThenBy(q => q.Id));

    public async Task<IReadOnlyList<OpenQuestion>> For(CaseId id, CancellationToken stop) =>
        [.. (await Standing(db, id).ToListAsync(stop)).Select(Shown)];

    public Task<Outcome> AnswerAsReporter(Guid questionId, string? answer, StoredFile? photo, CancellationToken stop) =>
        change.RunAnew(async () =>
        {
            if (!(await Answered(questionId, answer, photo, null, stop)).TryGet(out var question, out var refusal)) return refusal;
            // Two answers at once meet at the case: the second finds the first there and moves it on.
            var file = await db.Set<CaseFile>().FirstAsync(c => c.Id == question.CaseId, stop);
            if (!file.Open) return Gone;
            if (file.Step != CaseStep.AwaitingReporter || await OthersWait(question, stop))
            {
                await hand.Mark(file, "QuestionAnswered", Actor.Citizen, new { by = "reporter" }, stop, [questionId]);
                return Outcome.Success;
            }
            var moved = await process.DoAsReporter(question.CaseId, CaseActKind.AnswerQuestion, new(Touched: [questionId]), stop);
            return moved.Match<Outcome>(_ => Outcome.Success, why => why);
        }, stop);

    /// <summary>An answer that an officer heard, on the telephone or at the desk.</summary>
    public Task<Outcome> AnswerForReporter(string number, Guid questionId, string? answer, StoredFile? photo, StaffMember member, CancellationToken stop) =>
        change.Run(async () =>
        {
            if (!(await hand.Take(number, member, null, stop)).TryGet(out var file, out var refusal)) return refusal;
            var actor = member.As([Roles.Operator, Roles.CallCentre]);
            if (!(await Answered(questionId, answer, photo, actor.Name, stop)).TryGet(out var question, out refusal)) return refusal;
            if (question.CaseId != file.Id) return CaseAtHand.NotFound;
            if (!file.Open) return Gone;
            if (file.Step == CaseStep.AwaitingReporter && !await OthersWait(question, stop)) return await process.Do(file, CaseActKind.AnswerQuestion, member, new(Touched: [questionId]), stop);
            if (!member.HasAny([Roles.Operator, Roles.CallCentre])) return new Refusal("cases.refused.role");
            await hand.Mark(file, "QuestionAnswered", actor, new { by = "staff" }, stop, [questionId]);
            return Outcome.Success;
        }, stop);

    public OpenQuestion Shown(CaseQuestion q) => new(
        q.Id.Value, q.CaseId, cipher.Open(q.SealedText, CaseQuestion.TextColumn, q.Id.Value)!, q.Kind, q.Choices, q.AskedAt, q.AnsweredAt,
        cipher.Open(q.SealedAnswer, CaseQuestion.AnswerColumn, q.Id.Value));

    public IQueryable<CaseQuestion> Rows(CaseId id) => db.Set<CaseQuestion>().Where(q => q.CaseId == id).OrderBy(q => q.AskedAt).ThenBy(q => q.Id);

    private async Task<Outcome<CaseQuestion>> Answered(Guid id, string? answer, StoredFile? photo, string? by, CancellationToken stop)
    {
        var key = new CaseQuestionId(id);
        var question = await db.Set<CaseQuestion>().FirstOrDefaultAsync(q => q.Id == key, stop);
        if (question is null || question.WithdrawnAt is not null) return Gone;
        if (question.AnsweredAt is not null) return new Refusal("completeness.question.answered");
        var words = answer?.Trim();
        if (Wrong(question, words, photo) is { } refusal) return refusal;
        if (photo is not null)
        {
            if (!await db.Set<StoredFile>().AnyAsync(f => f.Id == photo.Id, stop)) db.Add(photo);
            question.PhotoId = photo.Id;
        }
        question.SealedAnswer = cipher.Seal(string.IsNullOrEmpty(words) ? null : words, CaseQuestion.AnswerColumn, id);
        (question.AnsweredAt, question.AnsweredBy) = (time.GetUtcNow().UtcDateTime, by);
        return question;
    }

    private static Refusal? Wrong(CaseQuestion question, string? answer, StoredFile? photo) => question.Kind switch
    {
        QuestionKind.Photo when photo is null && string.IsNullOrEmpty(answer) => new Refusal("completeness.answer.photo", "Photo"),
        QuestionKind.Choice when !question.Choices.Contains(answer ?? "") => new Refusal("completeness.answer.choice", "Answer"),
        QuestionKind.Text when string.IsNullOrEmpty(answer) => new Refusal("completeness.answer.text", "Answer"),
        _ when answer?.Length > LongestAnswer => new Refusal("completeness.answer.long", "Answer", LongestAnswer),
        _ => null,
    };

    /// <summary>The case itself waits for something else.</summary>
    private Task<bool> OthersWait(CaseQuestion question, CancellationToken stop) =>
        Rows(question.CaseId).AnyAsync(q => q.Id != question.Id && q.AnsweredAt == null && q.WithdrawnAt == null && q.Fact == null, stop);
}
