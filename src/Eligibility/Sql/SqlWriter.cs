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
    private readonly Dictionary<string, string> columns = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, object> Parameters => parameters;

    /// <summary>Name by expression.</summary>
    public IReadOnlyDictionary<string, string> Columns => columns;

    public string Joins => string.Join(' ', joins);

    public HashSet<SqlGap> Gaps { get; } = [];

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
        if (!facts.Tells(bit.Fact, bit.Choice)) return Lacking(bit.Fact, bit.Choice);
        if (bit.Fact.Type == FactType.Choice && facts.Text(bit.Fact) is { } text) return $"({Placed(text, row, null)}) {(yes ? "=" : "<>")} {Parameter(bit.Choice!)}";
        if (facts.Bit(bit.Fact) is { } expression) return $"({Placed(expression, row, bit.Choice)}) = {(yes ? dialect.True : dialect.False)}";
        return Lacking(bit.Fact);
    }

    private string Number(FactSlot slot, int least, bool yes, string row)
    {
        if (!facts.Tells(slot.Fact, slot.Choice)) return Lacking(slot.Fact, slot.Choice);
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

    private string Lacking(FactDefinition fact, string? choice = null)
    {
        Gaps.Add(new(fact.Code, choice));
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
        var placed = choice is not null && expression.Contains("{choice}", StringComparison.Ordinal) ? expression.Replace("{choice}", Parameter(choice), StringComparison.Ordinal) : expression;
        if (!facts.Apart) return placed.Replace("{row}", row, StringComparison.Ordinal);
        if (!columns.TryGetValue(placed, out var name)) name = columns[placed] = $"{prefix}c{columns.Count}";
        return $"{row}.{name}";
    }

    private string Parameter(object value)
    {
        if (names.TryGetValue(value, out var name)) return "@" + name;
        name = names[value] = prefix + parameters.Count.ToString(CultureInfo.InvariantCulture);
        parameters[name] = value;
        return "@" + name;
    }
}
