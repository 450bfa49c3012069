using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Kernel.Time;

namespace Layar.Catalogue.Programmes;

/// <summary>
/// Makes the fact sheet of one person from traces. Of two that contradict each other the more trusted is believed, of equal trust the newer, in sets for
/// each member, and any of them before a weak one; what nobody said stays unknown.
/// </summary>
internal sealed class FactGathering(FactCatalogue facts, ILookup<(TraceKind, string), TraceMapping> byKey, TraceRanks ranks, DateOnly day)
{
    private readonly Dictionary<FactDefinition, List<Claim>> claims = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is claimed now comes from a weak mapping.</summary>
    private bool weak;

    public FactSheet Sheet(IEnumerable<Trace> traces)
    {
        claims.Clear();
        var all = traces as IReadOnlyCollection<Trace> ?? [.. traces];
        foreach (var trace in all) Take(trace, all);
        return Sheet();
    }

    private void Take(Trace trace, IReadOnlyCollection<Trace> all)
    {
        if (trace.Kind == TraceKind.Answer) Answered(trace);
        foreach (var mapping in byKey[(trace.Kind, trace.Key)].Where(m => m.Holds(trace, all)))
        {
            weak = mapping.Weak;
            if (mapping.Number is { } number && trace.Ended is null && Whole(trace) is { } value) Claimed(number, trace, value: Within(facts.Find(number)!, value, mapping.Margin));
            foreach (var effect in mapping.Sets) Take(effect, trace);
        }
        weak = false;
    }

    private void Take(KnownEffect effect, Trace trace)
    {
        var fact = facts.Find(effect.Fact)!;
        if (fact.Type == FactType.History)
        {
            foreach (var code in effect.In) Claimed(fact.Code, trace, code, last: trace.Ended ?? day);
            return;
        }
        if (fact.Type == FactType.Set)
        {
            foreach (var code in effect.In) Claimed(fact.Code, trace, code, inside: trace.Ended is null);
            if (trace.Ended is null) foreach (var code in effect.Out) Claimed(fact.Code, trace, code, inside: false);
            return;
        }
        if (trace.Ended is not null) return;
        Claimed(fact.Code, trace, value: fact.Type switch
        {
            FactType.YesNo => FactValue.Of(effect.Is!.Value),
            FactType.Choice => effect.In.Count > 0 ? FactValue.Chosen(fact, effect.In[0]) : FactValue.Known([], effect.Out),
            _ => FactValue.Between(effect.Low, effect.High),
        });
    }

    /// <summary>The reporter chose "Ya", a name of a choice, or wrote a number or a day. "Tidak tahu" says nothing.</summary>
    private void Answered(Trace trace)
    {
        if (facts.Find(trace.Key) is not { } fact || trace.Values.Count != 1) return;
        var answer = trace.Values[0].Trim();
        if (fact.Type == FactType.YesNo && (answer == FactQuestion.Yes || answer == FactQuestion.No)) Claimed(fact.Code, trace, value: FactValue.Of(answer == FactQuestion.Yes));
        if (fact.Type == FactType.Choice && fact.Choices.FirstOrDefault(c => c.Name.Id == answer) is { } choice) Claimed(fact.Code, trace, value: FactValue.Chosen(fact, choice.Code));
        if (fact.Type == FactType.Date && WrittenDay.Parse(answer, day) is { } when) Claimed(fact.Code, trace, value: FactValue.Between(when.First, when.Last));
        if (fact.Type == FactType.Number && Counted(answer) is { } number && number >= fact.Lowest && number <= fact.Highest) Claimed(fact.Code, trace, value: FactValue.Of(number));
    }

    private void Claimed(string code, Trace trace, string? member = null, bool inside = false, DateOnly? last = null, FactValue? value = null)
    {
        var fact = facts.Find(code)!;
        if (!claims.TryGetValue(fact, out var all)) claims[fact] = all = [];
        var asOf = trace.Ended ?? trace.AsOf;
        // What once happened, happened, whoever says so.
        all.Add(new(member, inside, last, value, weak, fact.Type == FactType.History ? 0 : ranks.Of(trace.Kind, asOf), trace.Source, asOf));
    }

    private FactSheet Sheet()
    {
        var sheet = new FactSheet();
        foreach (var (fact, all) in claims)
        {
            // One old member would make the whole set too old to decide with.
            var fresh = fact.MaxAgeDays is { } most ? all.Where(c => day.DayNumber - c.AsOf.DayNumber <= most).ToList() : all;
            var believed = (fresh.Count > 0 ? fresh : all).GroupBy(c => c.Member).Select(g => g.MaxBy(c => (!c.Weak, c.Rank, c.Last, c.AsOf))!).ToList();
            sheet.Set(fact.Code, Value(fact, believed), string.Join(", ", believed.Select(c => c.Source).Distinct()), believed.Min(c => c.AsOf));
        }
        return sheet;
    }

    private static FactValue Value(FactDefinition fact, List<Claim> believed) => fact.Type switch
    {
        FactType.Set => FactValue.Known(believed.Where(c => c.Inside).Select(c => c.Member!), believed.Where(c => !c.Inside).Select(c => c.Member!)),
        FactType.History => FactValue.Happened(believed.Select(c => KeyValuePair.Create(c.Member!, c.Last))),
        _ => believed[0].Value!,
    };

    private static FactValue Within(FactDefinition fact, int number, int margin) =>
        margin == 0 ? FactValue.Of(number) : FactValue.Between(Math.Max(fact.Lowest, number - margin), Math.Min(fact.Highest, number + margin));

    /// <summary>The one number among the words: "3 orang".</summary>
    private static int? Counted(string answer)
    {
        var numbers = answer.Split((char[])[' ', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.All(char.IsAsciiDigit)).ToList();
        return numbers is [var one] && int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static int? Whole(Trace trace) =>
        trace.Values.Count == 1 && int.TryParse(trace.Values[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Claim(string? Member, bool Inside, DateOnly? Last, FactValue? Value, bool Weak, int Rank, string Source, DateOnly AsOf);
}
