using System.Globalization;
using Layar.Cases.Completeness.RequestCompletion;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Condition = Layar.Eligibility.Language.Condition;

namespace Layar.Cases.Suggestions;

/// <summary>Which programmes fit the person of a case, by all that is known today. The machine suggests; a person decides.</summary>
internal sealed class CaseSuggestions(WhatTheCaseTells tells, IProgrammes programmes, TimeProvider time)
{
    /// <summary>Questions that decide most; more would not be asked in one go.</summary>
    public const int MostQuestions = 4;

    public async Task<SuggestionsModel> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var day = Wita.Day(now);
        var traces = await tells.Of(summary, viewer, stop);
        // A service that is open to everybody says nothing about this person.
        var proofs = programmes.Ask(programmes.Sheet(traces.Person, traces.Household, day), day).Where(p => p.Programme.Rule.Condition is not Condition.Always).ToList();
        var mayAsk = AskFacts.MayAsk(summary.Open, summary.Step, viewer);
        var words = new SuggestionWords(programmes.Moment(day), now, proofs.ToDictionary(p => p.Programme.Code, p => p.Programme), mayAsk ? traces.Waiting : null);
        var lights = proofs.ToLookup(p => p.Proof.Truth);
        return new SuggestionsModel
        {
            Number = summary.Number, Version = summary.Version, MayAsk = mayAsk,
            Likely = new(Nearest(lights[Truth.Yes], summary), words),
            Open = new(Nearest(lights[Truth.Unknown], summary), words),
            Unlikely = new(Nearest(lights[Truth.No], summary), words),
            Ask = [.. Ranking.Missing(proofs.Select(p => p.Proof), programmes.Facts).Take(MostQuestions)
                .Select(m => new AskableFact(m.Fact.Code, m.Fact.Question.In(CultureInfo.CurrentUICulture), m.Programmes, traces.Waiting.Contains(m.Fact.Code)))],
        };
    }

    /// <summary>
    /// What the person gets already comes last and what was asked for first; then what is closest to an answer: the share of its facts that are known and speak for it.
    /// Else rules of one unknown fact would stand before all others, for whomever.
    /// </summary>
    private static IReadOnlyList<ProgrammeProof> Nearest(IEnumerable<ProgrammeProof> proofs, CaseSummary summary) =>
        [.. proofs.OrderBy(p => p.Receives is not null).ThenByDescending(p => p.Programme.Service == summary.Service).ThenByDescending(p => Share(p.Proof)).ThenBy(p => p.Proof.Missing.Count)];

    private static double Share(Proof proof)
    {
        var proven = proof.Root.Tree().Where(r => r.Truth == Truth.Yes).Select(r => r.Condition.AskedFact).OfType<FactDefinition>().Distinct().Count();
        return proven == 0 ? 0 : (double)proven / (proven + proof.Missing.Count);
    }
}

/// <summary>Programmes with the same light, put into words only as far as they are read.</summary>
internal sealed class SuggestedList(IReadOnlyList<ProgrammeProof> proofs, SuggestionWords words)
{
    public int Count => proofs.Count;

    public IEnumerable<SuggestedProgramme> Told => proofs.Select(words.Of);
}
