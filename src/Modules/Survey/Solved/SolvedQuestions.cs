using Layar.Cases.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Survey.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Survey.Solved;

internal sealed class SolvedQuestions(AppDb db, Change change, ICases cases, ICaseProcess process, ActRecorder acts, TextCatalogue texts, TimeProvider clock) : ISolvedQuestions
{
    public async Task<SolvedQuestionCard?> WaitingFor(CaseId id, CancellationToken stop) =>
        await Waiting(id, stop) is { } question ? new SolvedQuestionCard(question.Id.Value, id, question.Round, question.AskedAt, question.ReopensUntil) : null;

    public Task<Outcome<SolvedResult>> Answer(CaseId id, SolvedAnswer answer, CancellationToken stop) => change.Run(async () =>
    {
        if (await Waiting(id, stop) is not { } question) return new Refusal("survey.refused.no-question");
        var now = clock.GetUtcNow().UtcDateTime;
        (question.Answer, question.AnsweredAt) = (answer, now);
        await acts.Record(question.Id.Value, "SolvedAnswered", Actor.Citizen, stop, after: new { answer = answer.ToString(), question.Round }, touched: [id.Value]);
        if (answer != SolvedAnswer.No || now > question.ReopensUntil) return new SolvedResult(answer, false);
        var reopened = await process.DoAsReporter(id, CaseActKind.Reopen, new CaseActDetail(Reason: texts.Official("survey.solved.reopened")), stop);
        return reopened.Then<SolvedResult>(_ => new SolvedResult(answer, true));
    }, stop);

    private async Task<SolvedQuestion?> Waiting(CaseId id, CancellationToken stop)
    {
        if (await cases.Find(id, stop) is not { Step: CaseStep.Completed }) return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var newest = await db.Set<SolvedQuestion>().Where(q => q.CaseId == id && q.AskedAt <= now).OrderByDescending(q => q.AskedAt).FirstOrDefaultAsync(stop);
        return newest is { AnsweredAt: null } ? newest : null;
    }
}
