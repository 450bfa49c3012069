using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Tests.Invented;

/// <summary>Households of people of whom much is unknown.</summary>
internal sealed class RandomPersons(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Sheets with their household number (-1: none) and whether each household is complete.</summary>
    public (List<FactSheet> Sheets, List<int> Households, List<bool> Complete) Some(int count)
    {
        var (sheets, households, complete) = (new List<FactSheet>(), new List<int>(), new List<bool>());
        while (sheets.Count < count)
        {
            var members = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Person()).ToList();
            if (random.Next(6) == 0)
            {
                sheets.Add(members[0]);
                households.Add(-1);
                continue;
            }
            complete.Add(random.Next(3) > 0);
            foreach (var member in members)
            {
                sheets.Add(member.LivesWith(members, complete[^1]));
                households.Add(complete.Count - 1);
            }
        }
        return (sheets, households, complete);
    }

    private FactSheet Person()
    {
        var sheet = new FactSheet();
        foreach (var fact in Given.Facts.All.Where(_ => random.Next(4) > 0))
            sheet.Set(fact.Code, Value(fact), "daftar", fact.MaxAgeDays is { } most && random.Next(4) == 0 ? Given.Today.AddDays(-most - random.Next(3)) : Given.Today);
        return sheet;
    }

    private FactValue Value(FactDefinition fact) => fact.Type switch
    {
        FactType.YesNo => FactValue.Of(random.Next(2) == 0),
        FactType.Number => Number(fact),
        FactType.Date => random.Next(4) == 0 ? FactValue.Between(Day(), null) : FactValue.Of(Day()),
        FactType.Choice => FactValue.Chosen(fact, fact.Choices[random.Next(fact.Choices.Count)].Code),
        FactType.History => FactValue.Happened(fact.Choices.Where(_ => random.Next(3) > 0).Select(c => KeyValuePair.Create(c.Code, random.Next(3) == 0 ? (DateOnly?)null : Day()))),
        _ => FactValue.Known(fact.Choices.Where(_ => random.Next(3) == 0).Select(c => c.Code), fact.Choices.Where(_ => random.Next(2) == 0).Select(c => c.Code)),
    };

    private FactValue Number(FactDefinition fact)
    {
        var low = fact.Code switch { "desil" => random.Next(1, 11), "penghasilan" => random.Next(80) * 50_000, _ => random.Next(0, 90) };
        return fact.Code == "usia" ? random.Next(5) switch { 0 => FactValue.Between(low, null), 1 => FactValue.Between(null, low), 2 => FactValue.Between(low, low + random.Next(20)), _ => FactValue.Of(low) } : FactValue.Of(low);
    }

    private DateOnly Day() => Given.Today.AddDays(-random.Next(-50, 900));
}
