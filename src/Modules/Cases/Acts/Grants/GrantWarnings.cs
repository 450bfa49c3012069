using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Suggestions;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Acts.Grants;

/// <summary>What speaks against granting a programme: its rule, programmes that exclude it, quota and budget. It warns; the head of division decides and says why.</summary>
internal sealed class GrantWarnings(AppDb db, WhatTheCaseTells tells, IProgrammes programmes, IReceivers receivers, CaseWords words)
{
    private const string ReceivesFact = "menerima";

    /// <summary>Sentences for the officer; empty when nothing speaks against it.</summary>
    public async Task<IReadOnlyList<string>> Of(CaseFile file, string code, StaffMember viewer, CancellationToken stop)
    {
        var day = Wita.Day(words.Now);
        if (programmes.Find(code, day) is not { } programme) return [];
        var traces = await tells.Of(file.Summary(), viewer, stop);
        var sheet = programmes.Sheet(traces.Person, traces.Household, day);
        return [.. AgainstTheRule(programme, sheet, day), .. Excluding(programme, sheet, day), .. await Ceilings(file, programme, day.Year, stop)];
    }

    private IEnumerable<string> AgainstTheRule(Programme programme, FactSheet sheet, DateOnly day)
    {
        var proof = Prover.Prove(programme.Rule, sheet, programmes.Moment(day));
        if (proof.Truth != Truth.No) yield break;
        var sentences = new ReasonWords(System.Globalization.CultureInfo.CurrentUICulture, programmes.Moment(day));
        yield return words.Text("cases.grant.rule", string.Join("; ", proof.Root.Decisive().Select(sentences.Sentence).Distinct()));
    }

    private IEnumerable<string> Excluding(Programme programme, FactSheet sheet, DateOnly day)
    {
        if (programmes.Facts.Find(ReceivesFact) is not { } receives || sheet.Value(receives, day) is not { } received) yield break;
        foreach (var other in programme.ExclusiveWith.Where(o => received.Holds(o.ToUpperInvariant()) == Truth.Yes))
            yield return words.Text("cases.grant.exclusive", programmes.NameOf(other)?.ToString() ?? other);
    }

    private async Task<IReadOnlyList<string>> Ceilings(CaseFile file, Programme programme, int year, CancellationToken stop)
    {
        var budget = programme.Budget is { } b && b.Year == year ? b : null;
        if (programme.Places is null && budget is null) return [];
        var given = await Given(file.Id, programme.Code, year, stop);
        var warnings = new List<string>();
        if (programme.Places is { } places && given >= places) warnings.Add(words.Text("cases.grant.quota", places.ToString("N0"), given.ToString("N0"), (given + 1).ToString("N0")));
        if (budget is null || programme.Amounts.Count == 0) return warnings;
        var yearly = programme.Amounts.Max(a => a.Rupiah * a.Per.InOneYear());
        if ((given + 1) * yearly > budget.Rupiah) warnings.Add(words.Text("cases.grant.budget", Rupiah.Format(budget.Rupiah), budget.Line, Rupiah.Format(given * yearly), Rupiah.Format(yearly)));
        return warnings;
    }

    /// <summary>Who receives it this year, and to whom it was granted by another case without being recorded yet.</summary>
    private async Task<int> Given(CaseId besides, string code, int year, CancellationToken stop)
    {
        var first = Wita.Utc(new DateTime(year, 1, 1));
        var granted = await db.Set<CaseFile>().AsNoTracking()
            .Where(c => c.Programme == code && c.ReceivedAt >= first && c.Id != besides && c.Step != CaseStep.Rejected && c.Step != CaseStep.Withdrawn && c.Step != CaseStep.Merged)
            .Select(c => c.PersonId).ToListAsync(stop);
        return await receivers.Count(code, year, [.. granted.OfType<PersonId>()], stop) + granted.Count(p => p is null);
    }
}
