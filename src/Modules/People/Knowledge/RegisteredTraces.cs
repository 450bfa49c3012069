using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.People.Contracts;

namespace Layar.People.Knowledge;

/// <summary>What a register says of one person, as far as rules may ask.</summary>
internal readonly record struct RegisteredColumns(int? Decile, bool? PbiNational, bool? PbiLocal, bool? Pkh, bool? Bpnt, bool? Kip, string? School, string? Education, bool? Pregnant, bool? ChronicIllness, bool? OwnsBusiness);

/// <summary>Columns of a register as traces; what it does not say is none.</summary>
internal static class RegisteredTraces
{
    public static IEnumerable<Trace> Of(RegisteredColumns entry, RegistryRelease release, string source) =>
        Columns(entry, release.Kind).Where(c => c.Value is not null).Select(c => new Trace(TraceKind.Registry, c.Key, [c.Value!], source, release.AsOf));

    private static IEnumerable<(string Key, string? Value)> Columns(RegisteredColumns entry, RegistryKind kind) =>
    [
        ("listed", kind == RegistryKind.Dtsen ? "ya" : null), ("decile", entry.Decile?.ToString(CultureInfo.InvariantCulture)),
        ("pbi", Answer(entry.PbiNational == true || entry.PbiLocal == true ? true : null)), ("pkh", Answer(entry.Pkh)), ("bpnt", Answer(entry.Bpnt)), ("kip", Answer(entry.Kip)),
        ("school", School(entry)), ("pregnant", Answer(entry.Pregnant)), ("chronic", Answer(entry.ChronicIllness)), ("business", Answer(entry.OwnsBusiness)),
    ];

    /// <summary>Who attends with the certificate of a secondary school, or with an unknown one, may be at a university.</summary>
    private static string? School(RegisteredColumns entry) => entry.School == "attending" && entry.Education is not ("none" or "primary" or "junior") ? null : entry.School;

    private static string? Answer(bool? value) => value switch { true => "ya", false => "tidak", _ => null };
}
