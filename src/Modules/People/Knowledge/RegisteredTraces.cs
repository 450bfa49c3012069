using Layar.Catalogue.Contracts;
using Layar.People.Contracts;

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
    private readonly RegisterPlace place = RegisterPlace.Of(release.Kind, area);

    public IEnumerable<Trace> Of(RegisteredColumns entry) => Told(RegisteredKeys.OfPerson, entry);

    public IEnumerable<Trace> Of(RegisteredHome home, RegisteredWork work) => Told(RegisteredKeys.OfHome, (home, work));

    /// <summary>Age or sex.</summary>
    public Trace Self(string key, string value) => Made(TraceKind.Person, key, value);

    /// <summary>Whether a place or number is of the area of this office.</summary>
    public static string Here(bool here) => here ? "di-sini" : "di-luar";

    private IEnumerable<Trace> Told<T>(IReadOnlyList<RegisteredKey<T>> keys, T row)
    {
        foreach (var key in keys)
            if (key.Value(row, place) is { } value) yield return Made(TraceKind.Registry, key.Key, value);
    }

    private Trace Made(TraceKind kind, string key, string value) => made.TryGetValue((key, value), out var trace) ? trace : made[(key, value)] = new(kind, key, [value], source, release.AsOf);
}
