using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Eligibility.Tests.Invented;

/// <summary>Rules of every form, one for one seed.</summary>
internal sealed class RandomRules(int seed)
{
    private readonly Random random = new(seed);

    public Rule Next() => new(Tree(3, household: true));

    private Condition Tree(int depth, bool household)
    {
        var kind = random.Next(10);
        if (depth > 0 && kind < 5) return Condition.Joined(random.Next(2) == 0, Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(depth - 1, household)).ToList());
        if (depth > 0 && kind == 5) return new Condition.Not(Tree(depth - 1, household));
        if (household && kind is 6) return new Condition.Members(random.Next(2) == 0, Tree(1, false));
        if (household && kind is 7) return new Condition.Count(Tree(1, false), Comparison(), new Amount.Literal(random.Next(4)));
        return random.Next(40) == 0 ? new Condition.Always() : Asked();
    }

    private Condition Asked()
    {
        var fact = Given.Facts.All[random.Next(Given.Facts.All.Count)];
        switch (fact.Type)
        {
            case FactType.YesNo: return new Condition.Holds(fact);
            case FactType.Number when random.Next(3) == 0: return new Condition.Range(fact, Literal(fact, 0, 40), Literal(fact, 40, 90));
            case FactType.Number: return new Condition.Compare(fact, Comparison(), fact.Code == "usia" && random.Next(3) == 0 ? new Amount.Parameter("usia_lansia") : Literal(fact, 0, 80));
            case FactType.Date when random.Next(3) == 0: return new Condition.Recent(fact, Length(), Unit());
            case FactType.Date when random.Next(2) == 0: return new Condition.Range(fact, Day(-900, -400), Day(-400, 10));
            case FactType.Date: return new Condition.Compare(fact, Comparison(), Day(-900, 100));
            case FactType.History: return random.Next(3) == 0 ? new Condition.Ever(fact, Choice(fact), null, TimeUnit.Years) : new Condition.Ever(fact, Choice(fact), Length(), Unit());
            case FactType.Choice: return new Condition.Contains(fact, false, Choices(fact));
            default: return new Condition.Contains(fact, random.Next(2) == 0, Choices(fact));
        }
    }

    private Amount Literal(FactDefinition fact, int low, int high) => new Amount.Literal(fact.Code switch
    {
        "desil" => low == 0 && high < 50 ? random.Next(1, 5) : low > 0 ? random.Next(5, 11) : random.Next(1, 11),
        "penghasilan" => random.Next(low, high) * 50_000,
        _ => random.Next(low, high),
    });

    private Amount.Literal Day(int from, int to) => new(Given.Today.DayNumber + random.Next(from, to));

    private Amount Length() => random.Next(4) == 0 ? new Amount.Parameter("jeda_sandang") : new Amount.Literal(random.Next(0, 30));

    private TimeUnit Unit() => (TimeUnit)random.Next(3);

    private Comparison Comparison() => (Comparison)random.Next(6);

    private string Choice(FactDefinition fact) => fact.Choices[random.Next(fact.Choices.Count)].Code;

    private List<string> Choices(FactDefinition fact) => [.. fact.Choices.Select(c => c.Code).OrderBy(_ => random.Next()).Take(random.Next(1, fact.Choices.Count + 1))];
}
