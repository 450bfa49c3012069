using System.Globalization;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Running;

namespace Layar.Eligibility.Sql;

/// <summary>
/// Writes when a core is yes, or when it is no. Negation only exchanges the two, so that no NOT ever meets a NULL and a missing value makes
/// neither true.
/// </summary>
internal sealed class SqlWriter(SqlFacts facts, SqlDialect dialect, string prefix)
{
    private const string Member = "hm";
    private readonly Dictionary<string, object> parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<object, string> names = [];
    private readonly Dictionary<string, string> households = new(StringComparer.Ordinal);
    private readonly List<string> joins = [];

    public IReadOnlyDictionary<string, object> Parameters => parameters;

    public string Joins => string.Join(' ', joins);

    public HashSet<string> Unmapped { get; } = new(StringComparer.Ordinal);

    public string Write(Core core, bool yes, string row) => core switch
    {
        Core.Always => yes ? "1 = 1" : "1 = 0",
        Core.Not not => Write(not.Part, !yes, row),
        Core.Group group => "(" + string.Join(group.All == yes ? " AND " : " OR ", group.Parts.Select(p => Write(p, yes, row))) + ")",
        Core.Bit bit => Bit(bit, yes, row),
        Core.AtLeast { Slot: FactSlot slot } atLeast => Number(slot, atLeast.Least, yes, row),
        Core.AtLeast { Slot: CountSlot slot } atLeast => Count(slot.Inner, atLeast.Least, yes, row),
        _ => throw new ArgumentOutOfRangeException(nameof(core)),
    };

    private string Bit(Core.Bit bit, bool yes, string row)
    {
        if (bit.Fact.Type == FactType.Choice && facts.Text(bit.Fact) is { } text) return $"({Placed(text, row, null)}) {(yes ? "=" : "<>")} {Parameter(bit.Choice!)}";
        if (facts.Bit(bit.Fact) is { } expression) return $"({Placed(expression, row, bit.Choice)}) = {(yes ? dialect.True : dialect.False)}";
        return Lacking(bit.Fact);
    }

    private string Number(FactSlot slot, int least, bool yes, string row)
    {
        if (facts.Numbers(slot.Fact) is not { } column) return Lacking(slot.Fact);
        return yes ? $"({Placed(column.Low, row, slot.Choice)}) >= {Parameter(Figure(slot.Fact, least))}" : $"({Placed(column.High, row, slot.Choice)}) < {Parameter(Figure(slot.Fact, least))}";
    }

    /// <summary>
    /// Yes: enough members surely are. No: the household is complete and too few can be. Both numbers come from one pass over the households,
    /// joined once, because a subquery for each person takes minutes on a million.
    /// </summary>
    private string Count(Core inner, int least, bool yes, string row)
    {
        if (least <= 0) return yes ? "1 = 1" : "1 = 0";
        var household = facts.Members ?? throw new InvalidOperationException("The rule asks for members of the household and the mapping names no household.");
        if (!households.TryGetValue(inner.Key, out var name))
        {
            name = households[inner.Key] = $"{prefix}h{households.Count}";
            var key = Placed(household.Key, Member, null);
            joins.Add($"LEFT JOIN (SELECT {key} AS together, COUNT(*) FILTER (WHERE {Write(inner, true, Member)}) AS sure, COUNT(*) AS possible FROM {household.Table} {Member} "
                + $"WHERE {key} IS NOT NULL AND ({Write(inner, false, Member)}) IS NOT TRUE GROUP BY {key}) {name} ON {name}.together = {Placed(household.Key, row, null)}");
        }
        return yes ? $"{name}.sure >= {Parameter(least)}" : $"({Placed(household.Complete, row, null)} AND {Placed(household.Key, row, null)} IS NOT NULL AND COALESCE({name}.possible, 0) < {Parameter(least)})";
    }

    private string Lacking(FactDefinition fact)
    {
        Unmapped.Add(fact.Code);
        return "1 = 0";
    }

    private object Figure(FactDefinition fact, int least)
    {
        if (fact.Type is FactType.Number) return least;
        var day = DateOnly.FromDayNumber(Math.Clamp(least, 0, DateOnly.MaxValue.DayNumber));
        return dialect.TextDates ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day;
    }

    private string Placed(string expression, string row, string? choice)
    {
        var placed = expression.Replace("{row}", row, StringComparison.Ordinal);
        return choice is not null && placed.Contains("{choice}", StringComparison.Ordinal) ? placed.Replace("{choice}", Parameter(choice), StringComparison.Ordinal) : placed;
    }

    private string Parameter(object value)
    {
        if (names.TryGetValue(value, out var name)) return "@" + name;
        name = names[value] = prefix + parameters.Count.ToString(CultureInfo.InvariantCulture);
        parameters[name] = value;
        return "@" + name;
    }
}
