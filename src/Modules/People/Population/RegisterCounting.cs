using System.Data.Common;
using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Language;
using Layar.Eligibility.Sql;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Knowledge;
using Layar.People.Registry.Looking;

namespace Layar.People.Population;

/// <summary>Writes rules as SQL over the rows of a release and lets the database count.</summary>
internal sealed class RegisterCounting(AppDb db, KnownOfRegistry registry, IProgrammes programmes, ICatalogue catalogue) : IRegisterCount
{
    private const string Row = "p";

    /// <summary>How long somebody waits for a page at most.</summary>
    public TimeSpan Most { get; init; } = TimeSpan.FromSeconds(5);

    public async Task<RegisterCount> Count(Rule rule, Rule? before, DateOnly day, CancellationToken stop)
    {
        var releases = await ReleasesInForce.Read(db, stop);
        if (releases.All.FirstOrDefault(r => r.Kind == RegistryKind.Dtsen) is not { } release) return new(null, null);
        var rows = Rows(release, day);
        var facts = programmes.Columns(rows.Columns, release.AsOf, day, rows.Dialect).Household(rows.Household).WorkedOutOnce();
        var (now, was) = (Written(rule, "n"), before is null ? null : Written(before, "w"));
        var parameters = now.Parameters.Concat(was?.Parameters ?? new Dictionary<string, object>()).Append(new("import", db.Value(release.Import.Value)));
        return new(release, await new BriefQuestion(db, Most).Ask(Statement(rows, now, was), parameters, answer => Read(answer, now, was), stop));

        SqlRule Written(Rule one, string prefix) => SqlRule.Translate(one, programmes.Moment(day), facts, rows.Dialect, Row, prefix);
    }

    /// <summary>The rows of a release as SQL.</summary>
    internal RegisterSql Rows(RegistryRelease release, DateOnly day) => new(db.Kind, RegisterPlace.Of(release.Kind, catalogue.Instance.Area), day, registry.Grown(day));

    private static string Statement(RegisterSql rows, SqlRule now, SqlRule? was)
    {
        string[] counted = was is null ? [now.Yes, now.No] : [now.Yes, now.No, was.Yes, was.No, $"{now.Yes} AND ({was.Yes}) IS NOT TRUE", $"{was.Yes} AND ({now.Yes}) IS NOT TRUE"];
        var columns = now.Columns.Concat(was?.Columns ?? new Dictionary<string, string>()).Select(c => $"{c.Value.Replace("{row}", Row, StringComparison.Ordinal)} AS {c.Key}").DefaultIfEmpty("1 AS somebody");
        var told = $"SELECT {string.Join(", ", columns)} FROM {RegisterSql.Table} {Row}";
        return $"WITH {rows.People(told)}, {RegisterSql.Told} AS MATERIALIZED ({told}) "
            + $"SELECT COUNT(*), {string.Join(", ", counted.Select(c => $"COUNT(*) FILTER (WHERE {c})"))} FROM {RegisterSql.Told} {Row} {now.Joins} {was?.Joins}";
    }

    private static RegisterAnswers Read(DbDataReader answer, SqlRule now, SqlRule? was)
    {
        int Figure(int column) => Convert.ToInt32(answer.GetValue(column), CultureInfo.InvariantCulture);
        var persons = Figure(0);
        RuleCount Of(SqlRule rule, int first) => new(Figure(first), Figure(first + 1), persons - Figure(first) - Figure(first + 1), rule.Gaps);
        return was is null ? new(persons, Of(now, 1), null, 0, 0) : new(persons, Of(now, 1), Of(was, 3), Figure(5), Figure(6));
    }
}
