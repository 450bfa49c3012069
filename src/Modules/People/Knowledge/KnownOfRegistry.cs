using Layar.Catalogue.Contracts;
using Layar.People.Contracts;
using Layar.People.Persons;

namespace Layar.People.Knowledge;

/// <summary>What the register of the State says of a NIK. A register that names the person no longer says nothing, and neither does one that never did.</summary>
internal sealed class KnownOfRegistry(IRegistry registry, PersonWords words)
{
    public async Task<IReadOnlyList<Trace>> Of(string? nik, CancellationToken stop)
    {
        if (nik is null || await registry.Person(nik, stop) is not { IsCurrent: true } e) return [];
        return [.. RegisteredTraces.Of(new(e.Decile, e.PbiNational, e.PbiLocal, e.Pkh, e.Bpnt, e.Kip, e.School, e.Education, e.Pregnant, e.ChronicIllness, e.OwnsBusiness), e.Release, Source(e.Release.Kind))];
    }

    public string Source(RegistryKind kind) => kind switch { RegistryKind.Dtsen => words.Source("dtsen"), RegistryKind.Village => words.Source("desa"), _ => kind.ToString().ToUpperInvariant() };
}
