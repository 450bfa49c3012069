using Layar.Eligibility.Language;
using Layar.Eligibility.Running;

namespace Layar.Eligibility.Sql;

/// <summary>A rule as two conditions on one row. At most one of them is true; when neither is, the answer is unknown.</summary>
public sealed record SqlRule
{
    /// <summary>True for rows that are eligible. Never false by lack of data: it is then NULL or false, and <see cref="No"/> is not true.</summary>
    public required string Yes { get; init; }

    /// <summary>True for rows that are not eligible.</summary>
    public required string No { get; init; }

    /// <summary>What to write after the person's table in FROM; empty when the rule asks for no household.</summary>
    public required string Joins { get; init; }

    /// <summary>By name, what is worked out of a row <c>{row}</c> before the rule is asked; empty unless the mapping says so (<see cref="SqlFacts.WorkedOutOnce"/>).</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>By name, without <c>@</c>: whole numbers, texts and, where the dialect has them, days.</summary>
    public required IReadOnlyDictionary<string, object> Parameters { get; init; }

    /// <summary>Facts that the mapping does not know. They are unknown for everybody.</summary>
    public IReadOnlyList<string> Unmapped => [.. Gaps.Where(g => g.Choice is null).Select(g => g.Fact)];

    /// <summary>All that is unknown for everybody: facts that the mapping does not know, and choices of which its expressions do not tell.</summary>
    public required IReadOnlyList<SqlGap> Gaps { get; init; }

    /// <summary>1 for yes, 0 for no, NULL for unknown.</summary>
    public string Answer => $"CASE WHEN {Yes} THEN 1 WHEN {No} THEN 0 END";

    /// <summary>Writes the rule for a database.</summary>
    /// <param name="rule">to translate</param>
    /// <param name="moment">fixes dated figures and "the last years"</param>
    /// <param name="facts">where they stand</param>
    /// <param name="dialect">of the database</param>
    /// <param name="row">alias of the person's row in the query around it</param>
    /// <param name="prefix">of the parameter names, to join several rules in one query</param>
    /// <exception cref="InvalidOperationException">A dated figure has no value on the day, or the rule asks for households and the mapping has none.</exception>
    public static SqlRule Translate(Rule rule, Moment moment, SqlFacts facts, SqlDialect dialect, string row = "p", string prefix = "e")
    {
        var writer = new SqlWriter(facts, dialect, prefix);
        var core = Lowering.Of(rule.Condition, moment);
        var (yes, no) = (writer.Write(core, true, row), writer.Write(core, false, row));
        return new() { Yes = yes, No = no, Joins = writer.Joins, Columns = writer.Columns.ToDictionary(c => c.Value, c => c.Key), Parameters = writer.Parameters, Gaps = [.. writer.Gaps.OrderBy(g => g.Fact, StringComparer.Ordinal).ThenBy(g => g.Choice, StringComparer.Ordinal)] };
    }
}

/// <param name="Fact">that the rule asks about</param>
/// <param name="Choice">of which nothing is told; null when nothing is told of the fact at all</param>
public sealed record SqlGap(string Fact, string? Choice);
