using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Completeness.RequestCompletion;

/// <summary>
/// "Tanyakan ini": asks the reporter on the side for facts that programmes depend on. The case stays where it is and its clocks run; whoever
/// works on it may ask at any step until it is closed, but in an emergency, where nobody is asked before help has come.
/// </summary>
internal sealed class AskFacts(AppDb db, Change change, CaseAtHand hand, NewQuestions questions, OutboxWriter outbox, TimeProvider time)
{
    public static readonly IReadOnlyList<string> Roles = StaffPageAttribute.Of<RequestModel>();

    public static bool MayAsk(bool open, CaseStep step, StaffMember member) => open && step is not (CaseStep.ReferredOut or CaseStep.UrgentResponse) && member.HasAny(Roles);

    public Task<Outcome> Handle(string number, int version, IReadOnlyList<FactDefinition> facts, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(number, member, version, stop)).TryGet(out var file, out var refusal)) return refusal;
        if (!MayAsk(file.Open, file.Step, member)) return new Refusal("cases.refused.step");
        var wanted = facts.Select(f => f.Code).ToList();
        if (await db.Set<CaseQuestion>().AnyAsync(q => q.CaseId == file.Id && q.AnsweredAt == null && q.WithdrawnAt == null && q.Fact != null && wanted.Contains(q.Fact), stop))
            return new Refusal("suggestions.ask.already");
        var asked = facts.Select(Question).ToList();
        if (NewQuestions.Wrong(asked) is { } wrong) return wrong;
        var rows = asked.Select(q => questions.Row(file.Id, q, member, time.GetUtcNow().UtcDateTime)).ToList();
        db.AddRange(rows);
        await hand.Mark(file, "FactsAsked", member.As(Roles), new { facts = wanted }, stop, [.. rows.Select(r => r.Id.Value)]);
        outbox.Publish(new ReporterAsked(file.Id.Value));
        return Outcome.Success;
    }, stop);

    private static NewQuestion Question(FactDefinition fact)
    {
        var question = FactQuestion.Of(fact);
        return new("Facts", question.Options.Count > 0 ? QuestionKind.Choice : QuestionKind.Text, question.Text, question.Options, Fact: fact.Code);
    }
}
