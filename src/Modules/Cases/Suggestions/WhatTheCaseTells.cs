using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Secrets;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.People.Contracts;

namespace Layar.Cases.Suggestions;

/// <summary>What is known for the rules of programmes, and which facts were asked for already.</summary>
internal sealed record CaseTraces(IReadOnlyList<Trace> Person, IReadOnlyList<IReadOnlyList<Trace>> Household, IReadOnlySet<string> Waiting);

/// <summary>Gathers what person, household, home visit, papers, the reporter's answers and the case itself tell.</summary>
internal sealed class WhatTheCaseTells(OnThePage page, IPersonKnowledge people, VisitReading visits, FieldCipher cipher, ICatalogue catalogue, TextCatalogue texts, TimeProvider time)
{
    public async Task<CaseTraces> Of(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        var known = summary.PersonId is { } person ? await people.Of(person, viewer, stop) : null;
        if (known is not null) page.Keep(summary.PersonId!.Value, known.Card);
        var asked = (await page.Questions(summary.Id, stop)).Where(q => q.Fact is not null).ToList();
        var own = known?.Person.ToList() ?? [];
        if (summary.Ppks is { } type) own.Add(new(TraceKind.Ppks, type, [], texts["suggestions.source.case"], Wita.Day(summary.StepSince)));
        if (await visits.LastMade(summary.Id, stop) is var (visit, answers)) own.AddRange(Seen(visit, answers));
        own.AddRange(asked.Where(q => q.AnsweredAt is not null).Select(Answered).OfType<Trace>());
        own.AddRange((await page.Papers(summary.Id, stop)).Select(Held).OfType<Trace>());
        return new(own, known?.Household ?? [], asked.Where(q => q.AnsweredAt is null).Select(q => q.Fact!).ToHashSet());
    }

    private IEnumerable<Trace> Seen(HomeVisit visit, VisitAnswers answers)
    {
        var day = Wita.Day(visit.EndedAt ?? visit.StartsAt);
        return answers.Given.Where(a => a.Value.Length > 0 && answers.Result.Visible.Contains(a.Key)).Select(a => new Trace(TraceKind.Assessment, a.Key, a.Value, texts["suggestions.source.visit"], day));
    }

    /// <summary>Null for a paper that has run out.</summary>
    private Trace? Held(CaseDocument paper) => catalogue.Documents.GetValueOrDefault(paper.Code)?.HasExpired(paper.Issued, Wita.Day(time.GetUtcNow().UtcDateTime)) != false ? null
        : new(TraceKind.Paper, paper.Code, ["ada"], texts["suggestions.source.paper"], paper.Issued ?? Wita.Day(paper.ChangedAt));

    private Trace? Answered(CaseQuestion question) => cipher.Open(question.SealedAnswer, CaseQuestion.AnswerColumn, question.Id.Value) is not { } answer ? null
        : new(TraceKind.Answer, question.Fact!, [answer], texts["suggestions.source.reporter"], Wita.Day(question.AnsweredAt!.Value));
}
