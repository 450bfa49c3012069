using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Completeness.AnswerQuestions;

/// <summary>Withdraws what the case still waits for; it goes on and its clocks run again. Facts asked on the side stay asked.</summary>
internal sealed class CancelRequest(Change change, CaseAtHand hand, CaseProcess process, AskedQuestions asked, TimeProvider time)
{
    public Task<Outcome> Handle(string number, int version, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(number, member, version, stop)).TryGet(out var file, out var refusal)) return refusal;
        var open = await asked.Rows(file.Id).Where(q => q.AnsweredAt == null && q.WithdrawnAt == null && q.Fact == null).ToListAsync(stop);
        foreach (var question in open) question.WithdrawnAt = time.GetUtcNow().UtcDateTime;
        return await process.Do(file, CaseActKind.CancelRequest, member, new(version, Touched: [.. open.Select(q => q.Id.Value)]), stop);
    }, stop);
}
