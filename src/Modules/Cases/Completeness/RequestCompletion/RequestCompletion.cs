using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;

namespace Layar.Cases.Completeness.RequestCompletion;

/// <summary>"Minta kelengkapan": asks the reporter; the promise stands still until the last answer.</summary>
internal sealed class RequestCompletion(AppDb db, Change change, CaseAtHand hand, CaseProcess process, NewQuestions asking, TextCatalogue texts, TimeProvider time)
{
    public Task<Outcome> Handle(string number, int version, IReadOnlyList<NewQuestion> questions, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (NewQuestions.Wrong(questions) is { } wrong) return wrong;
        if (!(await hand.Take(number, member, version, stop)).TryGet(out var file, out var refusal)) return refusal;
        var rows = questions.Select(q => asking.Row(file.Id, q, member, time.GetUtcNow().UtcDateTime)).ToList();
        var done = await process.Do(file, CaseActKind.RequestCompletion, member, new(version, texts.Official("completeness.request.act", rows.Count),
            After: new { questions = rows.Select(r => r.Kind.ToString()) }, Touched: [.. rows.Select(r => r.Id.Value)]), stop);
        if (done.IsDone) db.AddRange(rows);
        return done;
    }, stop);
}
