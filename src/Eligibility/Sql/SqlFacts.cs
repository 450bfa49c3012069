using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Sql;

/// <summary>
/// Where the facts stand in a database. Every expression is SQL of the caller, never of a user, with <c>{row}</c> for the alias of the person's
/// row and <c>{choice}</c> for the choice in question, which becomes a parameter. NULL is unknown.
/// </summary>
public sealed class SqlFacts
{
    private readonly Dictionary<string, (string Low, string High)> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> told = new(StringComparer.Ordinal);

    internal SqlHousehold? Members { get; private set; }

    internal bool Apart { get; private set; }

    /// <summary>A number or a date in one column, or the last day of <c>{choice}</c>, where <c>0001-01-01</c> means never.</summary>
    public SqlFacts Column(string fact, string expression) => Bounds(fact, expression, expression);

    /// <summary>A number or a date of which bounds are known; NULL leaves that side open.</summary>
    public SqlFacts Bounds(string fact, string low, string high)
    {
        numbers[fact] = (low, high);
        return this;
    }

    /// <summary>A yes/no fact, or whether <c>{choice}</c> is in the set.</summary>
    public SqlFacts YesNo(string fact, string expression)
    {
        bits[fact] = expression;
        return this;
    }

    /// <summary>A choice, as its code in a text column.</summary>
    public SqlFacts Choice(string fact, string expression)
    {
        texts[fact] = expression;
        return this;
    }

    /// <summary>The expression of a fact tells of these choices only; of the others nothing is known of anybody.</summary>
    public SqlFacts Only(string fact, IEnumerable<string> choices)
    {
        told[fact] = [.. choices];
        return this;
    }

    /// <summary>How the members of a household are found.</summary>
    public SqlFacts Household(SqlHousehold household)
    {
        Members = household;
        return this;
    }

    /// <summary>
    /// Expressions become <see cref="SqlRule.Columns"/> that the caller works out once for each person, and rules only compare those columns. For expressions that cost
    /// more than a column, because a rule may ask for a fact many times.
    /// </summary>
    public SqlFacts WorkedOutOnce()
    {
        Apart = true;
        return this;
    }

    internal bool Tells(FactDefinition fact, string? choice) => choice is null || !told.TryGetValue(fact.Code, out var choices) || choices.Contains(choice);

    internal (string Low, string High)? Numbers(FactDefinition fact) => numbers.TryGetValue(fact.Code, out var column) ? column : null;

    internal string? Bit(FactDefinition fact) => bits.GetValueOrDefault(fact.Code);

    internal string? Text(FactDefinition fact) => texts.GetValueOrDefault(fact.Code);
}

/// <summary>The household of a person.</summary>
/// <param name="Table">that holds one row for each person</param>
/// <param name="Key">equal for all of one household and NULL for who has none: <c>{row}.kk</c></param>
/// <param name="Complete">holds for <c>{row}</c> when nobody else lives there</param>
public sealed record SqlHousehold(string Table, string Key, string Complete);
