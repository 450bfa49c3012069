using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.People.Contracts;
using Layar.People.Persons;

namespace Layar.People.Knowledge;

/// <summary>What the register of the State says of a NIK. A register that names the person no longer says nothing, and neither does one that never did.</summary>
internal sealed class KnownOfRegistry(IRegistry registry, PersonWords words)
{
    public async Task<IReadOnlyList<Trace>> Of(string? nik, CancellationToken stop)
    {
        if (nik is null || await registry.Person(nik, stop) is not { IsCurrent: true } entry) return [];
        return [.. Columns(entry).Where(c => c.Value is not null).Select(c => new Trace(TraceKind.Registry, c.Key, [c.Value!], Source(entry.Release.Kind), entry.Release.AsOf))];
    }

    private static IEnumerable<(string Key, string? Value)> Columns(RegistryPerson entry) =>
    [
        ("listed", entry.Release.Kind == RegistryKind.Dtsen ? "ya" : null), ("decile", entry.Decile?.ToString(CultureInfo.InvariantCulture)),
        ("pbi", Answer(entry.PbiNational == true || entry.PbiLocal == true ? true : null)), ("pkh", Answer(entry.Pkh)), ("bpnt", Answer(entry.Bpnt)), ("kip", Answer(entry.Kip)),
        ("school", School(entry)), ("pregnant", Answer(entry.Pregnant)), ("chronic", Answer(entry.ChronicIllness)), ("business", Answer(entry.OwnsBusiness)),
    ];

    /// <summary>Who attends with the certificate of a secondary school, or with an unknown one, may be at a university.</summary>
    private static string? School(RegistryPerson entry) => entry.School == "attending" && entry.Education is not ("none" or "primary" or "junior") ? null : entry.School;

    private static string? Answer(bool? value) => value switch { true => "ya", false => "tidak", _ => null };

    private string Source(RegistryKind kind) => kind switch { RegistryKind.Dtsen => words.Source("dtsen"), RegistryKind.Village => words.Source("desa"), _ => kind.ToString().ToUpperInvariant() };
}
