using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Sql;

namespace Layar.Catalogue.Programmes;

/// <summary>
/// The facts of everybody of one register as SQL: what <see cref="FactGathering"/> makes of the traces of one person, all said for one day.
/// The most trusted is believed, of equal trust what comes first in the order of the traces, and anything before what is weak. Facts that nothing tells, or that are too old,
/// are left out.
/// </summary>
/// <param name="facts">of the rules</param>
/// <param name="byKey">what traces tell</param>
/// <param name="ranks">of the kinds of traces</param>
/// <param name="columns">in the order in which the traces of a person come</param>
/// <param name="asOf">the day of the traces</param>
/// <param name="day">for which rules are asked</param>
internal sealed class FactColumns(FactCatalogue facts, ILookup<(TraceKind, string), TraceMapping> byKey, TraceRanks ranks, IReadOnlyList<TraceColumn> columns, DateOnly asOf, DateOnly day)
{
    private readonly Dictionary<string, List<Claim>> claims = new(StringComparer.Ordinal);

    public SqlFacts Written(SqlDialect dialect)
    {
        foreach (var column in columns)
            foreach (var mapping in byKey[(column.Kind, column.Key)]) Take(column, mapping);
        var written = new SqlFacts();
        foreach (var (code, all) in claims)
        {
            var fact = facts.Find(code)!;
            if (fact.MaxAgeDays is { } most && day.DayNumber - asOf.DayNumber > most) continue;
            Write(written, fact, [.. all.OrderBy(c => c.Weak).ThenByDescending(c => c.Rank)], dialect);
        }
        return written;
    }

    private void Take(TraceColumn column, TraceMapping mapping)
    {
        var others = mapping.Also.Select(o => (Other: o, Column: columns.FirstOrDefault(c => c.Kind == mapping.Kind && c.Key == o.Key))).ToList();
        // Nobody of this register says the other thing.
        if (others.Any(o => o.Column is null)) return;
        var holds = string.Join(" AND ", others.Select(o => Says(o.Column!, o.Other.Is, [])).Prepend(Says(column, mapping.Is, mapping.Not)));
        var rank = ranks.Of(mapping.Kind, asOf);
        // A text is no number, whatever the file of facts says.
        if (mapping.Number is { } number && column.Number) Claimed(number, new($"{holds} AND ({column.Sql}) >= 0", mapping.Weak, rank) { Value = column.Sql, Margin = mapping.Margin });
        foreach (var effect in mapping.Sets) Claimed(effect.Fact, new(holds, mapping.Weak, rank) { Effect = effect });
    }

    private void Claimed(string fact, Claim claim)
    {
        if (!claims.TryGetValue(fact, out var all)) claims[fact] = all = [];
        all.Add(claim);
    }

    private void Write(SqlFacts written, FactDefinition fact, List<Claim> all, SqlDialect dialect)
    {
        switch (fact.Type)
        {
            case FactType.YesNo: written.YesNo(fact.Code, First(all, c => c.Effect!.Is!.Value ? "TRUE" : "FALSE")); break;
            case FactType.Number: written.Bounds(fact.Code, First(all, c => Low(fact, c)), First(all, c => High(fact, c))); break;
            case FactType.Choice: written.YesNo(fact.Code, First(all, Chosen)); break;
            case FactType.Set: ByChoice(all, c => [.. c.Effect!.In, .. c.Effect.Out], (c, choice) => c.Effect!.In.Contains(choice) ? "TRUE" : "FALSE", (sql, choices) => written.YesNo(fact.Code, sql).Only(fact.Code, choices)); break;
            case FactType.History: ByChoice(all, c => c.Effect!.In, (_, _) => Today(dialect), (sql, choices) => written.Column(fact.Code, sql).Only(fact.Code, choices)); break;
            default: break;
        }
    }

    /// <summary>Members of a set are believed one by one; who is in it and out of it in one entry is in it.</summary>
    private static void ByChoice(List<Claim> all, Func<Claim, IReadOnlyList<string>> named, Func<Claim, string, string> value, Action<string, List<string>> write)
    {
        var choices = all.SelectMany(named).Distinct(StringComparer.Ordinal).ToList();
        write($"CASE {{choice}} {string.Join(' ', choices.Select(choice => $"WHEN {Text(choice)} THEN {First([.. all.Where(c => named(c).Contains(choice))], c => value(c, choice))}"))} END", choices);
    }

    private static string First(List<Claim> all, Func<Claim, string> value) => $"CASE {string.Join(' ', all.Select(c => $"WHEN {c.Holds} THEN {value(c)}"))} END";

    /// <summary>One choice excludes the others; an entry may only say what it is not.</summary>
    private static string Chosen(Claim claim) =>
        claim.Effect!.In.Count > 0 ? $"({{choice}} = {Text(claim.Effect.In[0])})" : $"CASE WHEN {{choice}} IN ({string.Join(", ", claim.Effect.Out.Select(Text))}) THEN FALSE END";

    private static string Low(FactDefinition fact, Claim claim) => claim.Value is not { } value ? Figure(claim.Effect!.Low) : claim.Margin == 0 ? value : Kept($"({value}) - {claim.Margin}", fact.Lowest, "<", fact.Lowest);

    private static string High(FactDefinition fact, Claim claim) => claim.Value is not { } value ? Figure(claim.Effect!.High) : claim.Margin == 0 ? value : Kept($"({value}) + {claim.Margin}", fact.Highest, ">", fact.Highest);

    private static string Kept(string value, int edge, string beyond, int instead) => $"CASE WHEN {value} {beyond} {Figure(edge)} THEN {Figure(instead)} ELSE {value} END";

    private static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "NULL";

    private string Today(SqlDialect dialect) => (dialect == SqlDialect.Postgres ? "DATE " : "") + Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Says(TraceColumn column, IReadOnlyList<string> any, IReadOnlyList<string> none)
    {
        var value = column.Number ? $"CAST({column.Sql} AS text)" : $"({column.Sql})";
        List<string> parts = [];
        if (any.Count > 0) parts.Add($"{value} IN ({string.Join(", ", any.Select(Text))})");
        if (none.Count > 0) parts.Add($"{value} NOT IN ({string.Join(", ", none.Select(Text))})");
        return parts.Count == 0 ? $"{value} IS NOT NULL" : string.Join(" AND ", parts);
    }

    /// <summary>Codes of the data files as text of SQL.</summary>
    private static string Text(string code) => $"'{code.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <param name="Holds">when it is claimed</param>
    private sealed record Claim(string Holds, bool Weak, int Rank)
    {
        public KnownEffect? Effect { get; init; }

        /// <summary>The number itself.</summary>
        public string? Value { get; init; }

        public int Margin { get; init; }
    }
}
