using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Releases;

namespace Layar.People.Knowledge;

/// <summary>What a register says of one person, as far as rules may ask.</summary>
internal readonly record struct RegisteredColumns(
    string? Village, int? Decile, bool? PbiNational, bool? PbiLocal, bool? Pkh, bool? Bpnt, bool? Kip, string? School, string? Education, bool? Pregnant, bool? ChronicIllness, bool? OwnsBusiness,
    int? Difficulties, string? DifficultyGrades);

/// <summary>What a register says of a family and its house.</summary>
internal readonly record struct RegisteredHome(int? Size, string? House, string? Power, string? Lighting, string? Floor, string? Wall, string? Roof);

/// <summary>How many of a family a register names, how many of them work for the State, and of how many it is known that they do not.</summary>
internal readonly record struct RegisteredWork(int Members, int State, int Others);

/// <summary>Rows of one release as traces; what it does not say is none. Equal traces are one object, for there are as many as rows.</summary>
/// <param name="release">that holds the rows</param>
/// <param name="source">its name for people</param>
/// <param name="area">Kemendagri code of the office</param>
internal sealed class RegisteredTraces(RegistryRelease release, string source, string area)
{
    private readonly Dictionary<(string Key, string Value), Trace> made = [];
    private readonly string inside = area + ".";

    public IEnumerable<Trace> Of(RegisteredColumns entry) => Told(
    [
        ("listed", release.Kind == RegistryKind.Dtsen ? "ya" : null), ("decile", Number(entry.Decile)),
        ("pbi", Answer(entry.PbiNational == true || entry.PbiLocal == true ? true : null)), ("pkh", Answer(entry.Pkh)), ("bpnt", Answer(entry.Bpnt)), ("kip", Answer(entry.Kip)),
        ("school", School(entry)), ("pregnant", Answer(entry.Pregnant)), ("chronic", Answer(entry.ChronicIllness)), ("business", Answer(entry.OwnsBusiness)),
        ("difficulty", DifficultyGrades.Hardest(entry.DifficultyGrades, entry.Difficulties)), ("self-care", DifficultyGrades.OfSelfCare(entry.DifficultyGrades)),
        ("village", entry.Village is null ? null : Here(entry.Village.StartsWith(inside, StringComparison.Ordinal))),
    ]);

    public IEnumerable<Trace> Of(RegisteredHome home, RegisteredWork work) => Told(
    [
        // Only DTSEN names everybody of a family; lists of villages may name one.
        ("members", Number(home.Size ?? (release.Kind == RegistryKind.Dtsen && work.Members > 0 ? work.Members : null))), ("state-employee", StateEmployee(home, work)),
        ("house", home.House), ("power", Power(home.Power)), ("lighting", home.Lighting), ("floor", home.Floor), ("wall", home.Wall), ("roof", home.Roof),
    ]);

    /// <summary>Age or sex.</summary>
    public Trace Self(string key, string value) => Made(TraceKind.Person, key, value);

    /// <summary>Whether a place or number is of the area of this office.</summary>
    public static string Here(bool here) => here ? "di-sini" : "di-luar";

    private IEnumerable<Trace> Told(IEnumerable<(string Key, string? Value)> columns)
    {
        foreach (var (key, value) in columns)
            if (value is not null) yield return Made(TraceKind.Registry, key, value);
    }

    private Trace Made(TraceKind kind, string key, string value) => made.TryGetValue((key, value), out var trace) ? trace : made[(key, value)] = new(kind, key, [value], source, release.AsOf);

    /// <summary>By its figure, whatever stands around it: <c>450 WATT</c>.</summary>
    private static string? Power(string? said) => said is null ? null : ValueLists.Find("power", string.Concat(said.Where(char.IsAsciiDigit)));

    /// <summary>No only when everybody of the family is known and works elsewhere, or not.</summary>
    private static string? StateEmployee(RegisteredHome home, RegisteredWork work) =>
        work.State > 0 ? "ya" : work.Members > 0 && work.Others == work.Members && home.Size == work.Members ? "tidak" : null;

    /// <summary>Who attends with the certificate of a secondary school, or with an unknown one, may be at a university.</summary>
    private static string? School(RegisteredColumns entry) => entry.School == "attending" && entry.Education is not ("none" or "primary" or "junior") ? null : entry.School;

    private static string? Answer(bool? value) => value switch { true => "ya", false => "tidak", _ => null };

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
