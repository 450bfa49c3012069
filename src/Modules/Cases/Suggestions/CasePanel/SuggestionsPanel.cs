using System.Globalization;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;

using Layar.Eligibility.Proofs;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Condition = Layar.Eligibility.Language.Condition;

namespace Layar.Cases.Suggestions;

/// <summary>"Program yang mungkin": which programmes fit the person of an open case, why, and what to ask. The machine suggests; a person decides.</summary>
internal sealed class SuggestionsPanel(WhatTheCaseTells tells, IProgrammes programmes, TimeProvider time) : ICasePanel
{
    /// <summary>Questions that decide most; more would not be asked in one go.</summary>
    private const int MostQuestions = 4;

    public PanelPlace Place => PanelPlace.Main;

    public int Order => 5;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        if (!summary.Open) return null;
        var now = time.GetUtcNow().UtcDateTime;
        var day = Wita.Day(now);
        var traces = await tells.Of(summary, viewer, stop);
        // A service that is open to everybody says nothing about this person.
        var proofs = programmes.Ask(programmes.Sheet(traces.Person, traces.Household, day), day).Where(p => p.Programme.Rule.Condition is not Condition.Always).ToList();
        var words = new SuggestionWords(programmes.Moment(day), now, proofs.ToDictionary(p => p.Programme.Code, p => p.Programme));
        var lights = proofs.ToLookup(p => p.Proof.Truth);
        return new("/Suggestions/CasePanel/Suggestions.cshtml", new SuggestionsModel
        {
            Number = summary.Number, Version = summary.Version, MayAsk = CaseWorkflow.Find(summary.Step, CaseActKind.RequestCompletion) is { } row && viewer.HasAny(row.Roles),
            Likely = [.. lights[Truth.Yes].Select(words.Of)],
            Open = [.. lights[Truth.Unknown].OrderBy(p => p.Proof.Missing.Count).Select(words.Of)],
            Unlikely = [.. lights[Truth.No].Select(words.Of)],
            Ask = [.. Ranking.Missing(proofs.Select(p => p.Proof), programmes.Facts).Take(MostQuestions)
                .Select(m => new AskableFact(m.Fact.Code, m.Fact.Question.In(CultureInfo.CurrentUICulture), m.Programmes, traces.Waiting.Contains(m.Fact.Code)))],
        });
    }
}
