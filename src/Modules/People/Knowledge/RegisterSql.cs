using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Sql;
using Layar.Kernel.Data;
using Layar.People.Registry.Mapping;

namespace Layar.People.Knowledge;

/// <summary>The rows of one release as SQL, where the two databases differ and where they do not.</summary>
/// <param name="kind">of the database</param>
/// <param name="place">of the register</param>
/// <param name="day">for ages</param>
/// <param name="grown">who was born later works for nobody in the service of the State</param>
internal sealed class RegisterSql(DatabaseKind kind, RegisterPlace place, DateOnly day, DateOnly grown)
{
    /// <summary>Name of <see cref="People"/> in the statement, and of what is worked out of each of them.</summary>
    public const string Table = "people", Told = "told";

    private const string Homes =
        "LEFT JOIN registry_family_row f ON f.import_id = p.import_id AND f.family_index = p.family_index ";

    public RegisterPlace Place => place;

    public SqlDialect Dialect => kind == DatabaseKind.Sqlite ? SqlDialect.Sqlite : SqlDialect.Postgres;

    /// <summary>In the order in which <see cref="RegisteredTraces"/> tells them.</summary>
    public IReadOnlyList<TraceColumn> Columns =>
    [
        new(TraceKind.Person, "age", Age, Number: true), new(TraceKind.Person, "sex", "{row}.sex"),
        .. RegisteredKeys.OfPerson.Select(k => new TraceColumn(TraceKind.Registry, k.Key, k.Sql(this), k.Number)),
        .. RegisteredKeys.OfHome.Select(k => new TraceColumn(TraceKind.Registry, k.Key, k.Sql(this), k.Number)),
    ];

    /// <summary>
    /// Whoever stands in no family is the one known member of a household of which nothing else is known; a household is complete when as many are known as the register counts.
    /// </summary>
    public SqlHousehold Household => new(Told, $"COALESCE({{row}}.family_index, {(kind == DatabaseKind.Sqlite ? "{row}.id" : "uuid_send({row}.id)")})", "{row}.home_size = {row}.work_members");

    /// <summary>Yes and no of a column in words.</summary>
    public static string Answer(string column) => $"CASE WHEN {{row}}.{column} THEN 'ya' WHEN NOT {{row}}.{column} THEN 'tidak' END";

    /// <summary>Everybody of the import <c>@import</c> with what stands at the family: <c>home_…</c>, and <c>work_…</c> of those whom the register names in it. What <paramref name="asked"/> does not name is not joined.</summary>
    public string People(string asked)
    {
        var work = asked.Contains(".work_", StringComparison.Ordinal);
        var home = work || asked.Contains(".home_", StringComparison.Ordinal);
        return $"{Table} AS NOT MATERIALIZED (SELECT p.*"
            + (home ? ", f.size AS home_size, f.house AS home_house, f.power AS home_power, f.lighting AS home_lighting, f.floor AS home_floor, f.wall AS home_wall, f.roof AS home_roof" : "")
            + (work ? ", w.work_members, w.work_state, w.work_others" : "")
            + $" FROM registry_person_row p {(home ? Homes : "")}{(work ? Work : "")}WHERE p.import_id = @import)";
    }

    /// <summary>The code of a value list whose number is that of the text, whatever stands around the figures; other numbers have none.</summary>
    public string ByFigure(string column, string list) =>
        $"CASE {string.Join(' ', ValueLists.Numbers(list).Select(n => $"WHEN {HasFigures(column, n.Number)} THEN '{n.Code}'"))} END";

    /// <summary>Born on 29 February, one is a year older on the 28th where there is no 29th, as <see cref="Kernel.Time.Age"/> counts.</summary>
    private string Age
    {
        get
        {
            var reached = day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year) ? 229 : day.Month * 100 + day.Day;
            var (year, birthday) = kind == DatabaseKind.Sqlite
                ? ("CAST(SUBSTR({row}.birth_date, 1, 4) AS INTEGER)", "CAST(SUBSTR({row}.birth_date, 6, 2) || SUBSTR({row}.birth_date, 9, 2) AS INTEGER)")
                : ("DATE_PART('year', {row}.birth_date)::integer", "(DATE_PART('month', {row}.birth_date) * 100 + DATE_PART('day', {row}.birth_date))::integer");
            return $"({day.Year} - {year} - CASE WHEN {birthday} > {reached} THEN 1 ELSE 0 END)";
        }
    }

    /// <summary>Only families that have a row of their own are told of.</summary>
    private string Work =>
        "LEFT JOIN (SELECT family_index, COUNT(*) AS work_members, COUNT(*) FILTER (WHERE employment = 'state') AS work_state, "
        + "COUNT(*) FILTER (WHERE employment = 'other' OR employment IS NULL AND NOT working OR employment IS NULL AND birth_date > " + Day(grown) + ") AS work_others "
        + "FROM registry_person_row WHERE import_id = @import AND family_index IS NOT NULL GROUP BY family_index) w ON w.family_index = f.family_index ";

    private string Day(DateOnly date) => (kind == DatabaseKind.Sqlite ? "'" : "DATE '") + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "'";

    private string HasFigures(string column, string number)
    {
        // The figures in their order, and no other one: a regular expression would take ten times as long.
        if (kind == DatabaseKind.Postgres)
            return $"{column} LIKE '%{string.Join('%', number.AsEnumerable())}%' AND LENGTH({column}) - LENGTH(TRANSLATE({column}, '0123456789', '')) = {number.Length}";
        var more = string.Concat(Enumerable.Repeat("*[0-9]", number.Length + 1)) + "*";
        return $"{column} GLOB '*{string.Join('*', number.AsEnumerable())}*' AND {column} NOT GLOB '{more}'";
    }
}
