using System.Globalization;
using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Releases;

namespace Layar.People.Knowledge;

/// <summary>One thing that a register says: of one row in C#, and beside it the same of all rows in SQL. A test holds the two together.</summary>
/// <param name="Key">of the trace</param>
/// <param name="Value">what one row says; null when it does not</param>
/// <param name="Sql">the same with the columns of <see cref="RegisterSql.People"/></param>
internal sealed record RegisteredKey<T>(string Key, Func<T, RegisterPlace, string?> Value, Func<RegisterSql, string> Sql)
{
    /// <summary>The SQL is a whole number.</summary>
    public bool Number { get; init; }
}

/// <param name="Kind">of the register</param>
/// <param name="Inside">how codes of villages of this office begin: <c>63.11.</c></param>
internal sealed record RegisterPlace(RegistryKind Kind, string Inside)
{
    /// <param name="kind">of the register</param>
    /// <param name="area">Kemendagri code of the office</param>
    public static RegisterPlace Of(RegistryKind kind, string area) => new(kind, area + ".");
}

/// <summary>All that registers say, in the order in which it is told: of the person, then of the family.</summary>
internal static class RegisteredKeys
{
    public static readonly IReadOnlyList<RegisteredKey<RegisteredColumns>> OfPerson =
    [
        new("listed", (_, at) => at.Kind == RegistryKind.Dtsen ? "ya" : null, sql => sql.Place.Kind == RegistryKind.Dtsen ? "'ya'" : "CAST(NULL AS text)"),
        new("decile", (r, _) => Number(r.Decile), _ => "{row}.decile") { Number = true },
        new("pbi", (r, _) => r.PbiNational == true || r.PbiLocal == true ? "ya" : null, _ => "CASE WHEN {row}.pbi_national OR {row}.pbi_local THEN 'ya' END"),
        new("pkh", (r, _) => Answer(r.Pkh), _ => RegisterSql.Answer("pkh")),
        new("bpnt", (r, _) => Answer(r.Bpnt), _ => RegisterSql.Answer("bpnt")),
        new("kip", (r, _) => Answer(r.Kip), _ => RegisterSql.Answer("kip")),
        // Who attends with the certificate of a secondary school, or with an unknown one, may be at a university.
        new("school", (r, _) => r.School == "attending" && r.Education is not ("none" or "primary" or "junior") ? null : r.School,
            _ => "CASE WHEN {row}.school = 'attending' AND COALESCE({row}.education, '') NOT IN ('none', 'primary', 'junior') THEN NULL ELSE {row}.school END"),
        new("pregnant", (r, _) => Answer(r.Pregnant), _ => RegisterSql.Answer("pregnant")),
        new("chronic", (r, _) => Answer(r.ChronicIllness), _ => RegisterSql.Answer("chronic_illness")),
        new("business", (r, _) => Answer(r.OwnsBusiness), _ => RegisterSql.Answer("owns_business")),
        new("difficulty", (r, _) => DifficultyGrades.Hardest(r.DifficultyGrades, r.Difficulties), _ => DifficultyGrades.HardestSql("{row}.difficulty_grades", "{row}.difficulties")),
        new("self-care", (r, _) => DifficultyGrades.OfSelfCare(r.DifficultyGrades), _ => DifficultyGrades.OfSelfCareSql("{row}.difficulty_grades")),
        new("village", (r, at) => r.Village is null ? null : RegisteredTraces.Here(r.Village.StartsWith(at.Inside, StringComparison.Ordinal)),
            sql => $"CASE WHEN SUBSTR({{row}}.village, 1, {sql.Place.Inside.Length}) = '{sql.Place.Inside}' THEN '{RegisteredTraces.Here(true)}' WHEN {{row}}.village IS NOT NULL THEN '{RegisteredTraces.Here(false)}' END"),
    ];

    public static readonly IReadOnlyList<RegisteredKey<(RegisteredHome Home, RegisteredWork Work)>> OfHome =
    [
        // Only DTSEN names everybody of a family; lists of villages may name one.
        new("members", (r, at) => Number(r.Home.Size ?? (at.Kind == RegistryKind.Dtsen && r.Work.Members > 0 ? r.Work.Members : null)),
            sql => sql.Place.Kind == RegistryKind.Dtsen ? "COALESCE({row}.home_size, {row}.work_members)" : "{row}.home_size") { Number = true },
        // No only when everybody of the family is known and works elsewhere, or not.
        new("state-employee", (r, _) => r.Work.State > 0 ? "ya" : r.Work.Members > 0 && r.Work.Others == r.Work.Members && r.Home.Size == r.Work.Members ? "tidak" : null,
            _ => "CASE WHEN {row}.work_state > 0 THEN 'ya' WHEN {row}.work_others = {row}.work_members AND {row}.home_size = {row}.work_members THEN 'tidak' END"),
        new("house", (r, _) => r.Home.House, _ => "{row}.home_house"),
        // By its figure, whatever stands around it: 450 WATT.
        new("power", (r, _) => r.Home.Power is { } said ? ValueLists.Find("power", string.Concat(said.Where(char.IsAsciiDigit))) : null, sql => sql.ByFigure("{row}.home_power", "power")),
        new("lighting", (r, _) => r.Home.Lighting, _ => "{row}.home_lighting"),
        new("floor", (r, _) => r.Home.Floor, _ => "{row}.home_floor"),
        new("wall", (r, _) => r.Home.Wall, _ => "{row}.home_wall"),
        new("roof", (r, _) => r.Home.Roof, _ => "{row}.home_roof"),
    ];

    private static string? Answer(bool? value) => value switch { true => "ya", false => "tidak", _ => null };

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
