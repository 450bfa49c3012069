using Layar.Catalogue.Contracts;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Running;

namespace Layar.Planning.Replays.Counting;

/// <summary>Places of the rules in the compiled list.</summary>
/// <param name="Was">-1 when nothing is compared</param>
/// <param name="FirstComponent">the components follow in their order</param>
/// <param name="FirstPart">the parts of the rule that is tried out, see <see cref="RowGaps"/></param>
internal readonly record struct RulePlaces(int Tried, int Receives, int Was, int FirstComponent, int FirstPart);

/// <summary>Counts the answers of a roll, group by group.</summary>
internal sealed class Tally(Programme programme, IProgrammes programmes, Roll roll, RuleAnswers answers, RulePlaces places, Lacking lacking)
{
    private readonly long? low = programme.Amounts.Count == 0 ? null : programme.Amounts.Min(a => a.Rupiah * a.Per.InOneYear());
    private readonly long? high = programme.Amounts.Count == 0 ? null : programme.Amounts.Max(a => a.Rupiah * a.Per.InOneYear());
    private readonly HashSet<int> families = [];
    private Dictionary<int, List<int>>? members;

    /// <param name="list">told of everybody for whom the rule makes a difference</param>
    public Section Count(Action<ReplayList, int> list)
    {
        var total = new Cell();
        var groups = Enum.GetValues<Facet>().ToDictionary(f => f, _ => new SortedDictionary<string, Cell>(StringComparer.Ordinal));
        if (programme.Components.Count > 0) members = Families();
        for (var row = 0; row < roll.Count; row++)
        {
            if (!roll.IsAsked(row)) continue;
            var one = One(row, list);
            total.Add(one);
            foreach (var (facet, key) in Keys(roll[row]))
            {
                if (!groups[facet].TryGetValue(key, out var cell)) groups[facet][key] = cell = new();
                cell.Add(one);
            }
        }
        return new(total, groups, lacking.Ranked);
    }

    private Cell One(int row, Action<ReplayList, int> list)
    {
        var tried = answers[places.Tried, row];
        var (now, before) = (tried == Truth.Yes, places.Was >= 0 && answers[places.Was, row] == Truth.Yes);
        var receives = roll[row].Granted || answers[places.Receives, row] == Truth.Yes;
        var one = new Cell { People = 1 };
        if (tried == Truth.Unknown)
        {
            one.Unknown = 1;
            lacking.Add(row);
        }
        if (before) one.Was = 1;
        if (places.Was >= 0 && now && !before)
        {
            one.Entered = 1;
            list(ReplayList.Entered, row);
        }
        if (before && !now)
        {
            one.Left = 1;
            list(ReplayList.Left, row);
        }
        if (now) Entitled(row, one, receives, list);
        return one;
    }

    private void Entitled(int row, Cell one, bool receives, Action<ReplayList, int> list)
    {
        one.Eligible = 1;
        (one.Receiving, one.Unmet) = receives ? (1, 0) : (0, 1);
        if (!receives) list(ReplayList.Unmet, row);
        Grant(row, one);
    }

    /// <summary>A household that somebody of it is entitled for counts once, where its first member stands.</summary>
    private void Grant(int row, Cell one)
    {
        var family = roll[row].Family;
        if (programme.Unit == ProgrammeUnit.Household && family >= 0 && !families.Add(family)) return;
        one.Units = 1;
        if (programme.Components.Count == 0)
        {
            (one.CostLow, one.CostHigh) = (low, high);
            return;
        }
        var household = family >= 0 && members!.TryGetValue(family, out var known) ? known : [row];
        one.CostLow = one.CostHigh = programmes.Shares(programme, [.. household.Select(Fitting)]).Sum(s => s.YearlyRupiah);
    }

    private List<HouseholdComponent> Fitting(int row) => [.. programme.Components.Where((_, place) => answers[places.FirstComponent + place, row] == Truth.Yes)];

    private Dictionary<int, List<int>> Families()
    {
        var families = new Dictionary<int, List<int>>();
        for (var row = 0; row < roll.Count; row++)
        {
            if (roll[row].Family is var family && family < 0) continue;
            if (!families.TryGetValue(family, out var rows)) families[family] = rows = [];
            rows.Add(row);
        }
        return families;
    }

    private static IEnumerable<(Facet, string)> Keys(RollEntry entry)
    {
        // Kabupaten and kecamatan take eight characters of a village's code: 63.11.02.2004.
        yield return (Facet.District, entry.Village is { Length: >= 8 } village ? village[..8] : "");
        yield return (Facet.Village, entry.Village ?? "");
        yield return (Facet.Sex, entry.Sex is "L" or "P" ? entry.Sex : "");
        yield return (Facet.Age, entry.Age is { } age ? AgeBands.Of(age) : "");
        yield return (Facet.Disability, entry.Disabled switch { true => "ya", false => "tidak", _ => "" });
    }
}

/// <summary>Bands of age as the office plans in them.</summary>
internal static class AgeBands
{
    public static string Of(int age) => age switch { < 6 => "00-05", < 18 => "06-17", < 60 => "18-59", < 70 => "60-69", _ => "70" };
}
