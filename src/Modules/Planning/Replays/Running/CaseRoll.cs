using System.Globalization;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;
using Layar.Eligibility.Proofs;
using Layar.Planning.Replays.Counting;

namespace Layar.Planning.Replays.Running;

/// <summary>The cases of a year as a roll; who lives with the person of a case stands there without being asked.</summary>
internal sealed class CaseRoll(ICaseKnowledge cases, IProgrammes programmes, Replay replay, IReadOnlyList<Rule> rules)
{
    public async Task<Roll> Read(DateOnly from, DateOnly to, ReplayProgress progress, CancellationToken stop)
    {
        var read = new List<(RollEntry Entry, FactSheet Sheet)>();
        await foreach (var one in cases.Received(from, to, stop))
        {
            var sheet = programmes.Sheet(one.Person, one.Household, replay.Day);
            read.Add((new(ReplaySubject.Case, one.Id.Value, one.Area, Said(one, "sex"), Age(one), Disabled(one, sheet), read.Count, one.Programme == replay.Code), sheet));
            await progress.Done(stop);
        }
        var roll = new Roll(read.Sum(r => Math.Max(1, r.Sheet.Household.Count)), rules, replay.Day);
        foreach (var (entry, sheet) in read)
        {
            var size = sheet.HouseholdComplete ? sheet.Household.Count : (int?)null;
            roll.Add(entry, sheet, size);
            foreach (var member in sheet.Household.Where(m => m != sheet)) roll.Add(entry, member, size, asked: false);
        }
        return roll;
    }

    private static string? Said(KnownCase one, string key) => one.Person.FirstOrDefault(t => t.Kind == TraceKind.Person && t.Key == key)?.Values[0];

    private static int? Age(KnownCase one) => int.TryParse(Said(one, "age") ?? Said(one, "estimated-age"), CultureInfo.InvariantCulture, out var age) ? age : null;

    /// <summary>What was recorded once holds; that somebody is not disabled, only a visit or a register says.</summary>
    private bool? Disabled(KnownCase one, FactSheet sheet) =>
        one.Person.Any(t => t.Kind == TraceKind.Disability || t is { Kind: TraceKind.Ppks, Key: "disabilitas" or "anak-disabilitas" }) ? true
        : programmes.Facts.Find("label") is { } label ? sheet.Value(label, replay.Day)?.Holds("disabilitas") switch { Truth.Yes => true, Truth.No => false, _ => null } : null;
}
