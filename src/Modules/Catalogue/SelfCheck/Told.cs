using Layar.Eligibility.Facts;

namespace Layar.Catalogue.SelfCheck;

/// <summary>Gathers facts from answers.</summary>
internal sealed class Told(FactCatalogue facts)
{
    private readonly FactSheet person = new();
    private readonly List<FactSheet> others = [];
    private readonly Dictionary<string, (HashSet<string> Inside, HashSet<string> Outside)> sets = new(StringComparer.Ordinal);
    private bool householdTold;

    public void Number(string fact, int value) => person.Set(fact, FactValue.Of(value));

    public void Affirm(CheckOption option)
    {
        foreach (var effect in option.Sets)
        {
            if (effect.In.Count > 0) Set(effect.Fact).Inside.UnionWith(effect.In);
            else person.Set(effect.Fact, Value(effect));
        }
        if (option.Member.Count == 0) return;
        others.Add(option.Member.Aggregate(new FactSheet(), (sheet, effect) => sheet.Set(effect.Fact, Value(effect))));
    }

    /// <summary>Who ticks one of several says that the others do not hold; nobody in the house is so, the person neither.</summary>
    public void Deny(CheckOption option)
    {
        foreach (var effect in option.Sets)
        {
            if (effect.In.Count > 0) Set(effect.Fact).Outside.UnionWith(effect.In);
            else if (effect.Is is { } answer) person.Set(effect.Fact, FactValue.Of(!answer));
        }
        foreach (var effect in option.Member)
            if (effect.Is is { } answer) person.Set(effect.Fact, FactValue.Of(!answer));
    }

    public void HouseholdIsTold() => householdTold = true;

    public FactSheet Sheet()
    {
        foreach (var (fact, (inside, outside)) in sets) person.Set(fact, FactValue.Known(inside, outside));
        return person.LivesWith([person, .. others], complete: householdTold);
    }

    private (HashSet<string> Inside, HashSet<string> Outside) Set(string fact)
    {
        if (!sets.TryGetValue(fact, out var set)) sets[fact] = set = ([], []);
        return set;
    }

    private FactValue Value(Effect effect) => effect switch
    {
        { Is: { } answer } => FactValue.Of(answer),
        { Choice: { } choice } => FactValue.Chosen(facts.Find(effect.Fact)!, choice),
        _ => FactValue.Between(effect.Low, effect.High),
    };
}
