using System.Globalization;
using Layar.Areas.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Letters.Composing;
using Layar.People.Contracts;

namespace Layar.Letters.RegistryStatements;

/// <summary>What a statement from the register says.</summary>
internal enum StatementContent
{
    Registered,
    Decile,
    NotRegistered,
}

/// <summary>What the newest release says of a person.</summary>
/// <param name="Release">null while no release is in force</param>
/// <param name="Entry">null when the release in force does not name the person</param>
/// <param name="Covered">the release names the village of the person at all</param>
internal sealed record RegistryFinding(bool HasNik, RegistryRelease? Release, RegistryPerson? Entry, bool Covered);

/// <summary>Looks a person up in the register and puts into words what a letter may say of it.</summary>
internal sealed class RegistrySaying(IRegistry registry, ICatalogue catalogue, IAreas areas)
{
    public async Task<RegistryFinding> Look(PersonFacts? person, CancellationToken stop)
    {
        var newest = (await registry.Releases(stop)).FirstOrDefault();
        if (newest is null || person?.Nik is not { } nik) return new RegistryFinding(person?.Nik is not null, newest, null, false);
        var entry = await registry.Person(nik, stop);
        // Whom a newer release of the same kecamatan names no longer is not registered today.
        if (entry is { IsCurrent: true }) return new RegistryFinding(true, entry.Release, entry, true);
        var coverage = person.Area is { } area ? await registry.Coverage(area, stop) : [];
        return new RegistryFinding(true, coverage.FirstOrDefault()?.Release ?? newest, null, coverage.Count > 0);
    }

    /// <summary>The purposes that hold on the day.</summary>
    public IReadOnlyList<StatementPurpose> Purposes(DateOnly day) => catalogue.StatementPurposes(day);

    /// <summary>The words of the letter, or why there is none.</summary>
    public Outcome<LetterDraft> Words(StatementContent content, StatementPurpose purpose, RegistryFinding finding, LetterDraft begun)
    {
        if (Refused(content, purpose, finding) is { } refusal) return refusal;
        var release = finding.Release!;
        var name = $"{Register(release.Kind)} per {Wita.Date(release.AsOf, TextCatalogue.Indonesian)}";
        return begun with
        {
            Basis = $"data {name}",
            Statement = content == StatementContent.NotRegistered ? $"orang tersebut tidak tercatat dalam {name}." : $"orang tersebut tercatat dalam {name}, dengan keterangan:",
            Facts = content == StatementContent.NotRegistered ? null : LetterDraft.Text([.. Facts(content, purpose, finding.Entry!)]),
            Purpose = purpose.Code == General ? null : purpose.Name.Id,
        };
    }

    private const string General = "umum";

    private static Refusal? Refused(StatementContent content, StatementPurpose purpose, RegistryFinding finding)
    {
        if (!finding.HasNik) return new Refusal("letters.registry.refused.nik");
        if (finding.Release is not { } release) return new Refusal("letters.registry.refused.release");
        var (register, day) = (Register(release.Kind), Wita.Date(release.AsOf));
        if (content == StatementContent.NotRegistered)
        {
            if (finding.Entry is not null) return new Refusal("letters.registry.refused.there", "Says", register, day);
            if (purpose.Ceiling is not null) return new Refusal("letters.registry.refused.not-there", "Purpose", register, day);
            return finding.Covered ? null : new Refusal("letters.registry.refused.not-covered", "Says", register, day);
        }
        if (finding.Entry is not { } entry) return new Refusal("letters.registry.refused.not-there", "Says", register, day);
        if (entry.Decile is not { } decile) return content == StatementContent.Decile || purpose.Ceiling is not null ? new Refusal("letters.registry.refused.no-decile", "Says", register, day) : null;
        return decile > purpose.Ceiling ? new Refusal("letters.registry.refused.above", "Purpose", decile, register, day, purpose.Ceiling, purpose.Validity.LegalBasis.ToString()) : null;
    }

    private IEnumerable<string> Facts(StatementContent content, StatementPurpose purpose, RegistryPerson entry)
    {
        if (areas.Describe(entry.Village) is { } place) yield return $"Desa/kelurahan: {place}";
        if (content == StatementContent.Decile) yield return $"Desil kesejahteraan nasional: {entry.Decile!.Value.ToString(CultureInfo.InvariantCulture)}";
        if (purpose.Ceiling is { } ceiling) yield return $"Memenuhi batas paling tinggi desil {ceiling.ToString(CultureInfo.InvariantCulture)} ({purpose.Validity.LegalBasis.Id})";
    }

    /// <summary>The name of the register as a letter writes it.</summary>
    public static string Register(RegistryKind kind) => kind switch
    {
        RegistryKind.Dtsen => "Data Tunggal Sosial dan Ekonomi Nasional (DTSEN)",
        RegistryKind.Dtks => "Data Terpadu Kesejahteraan Sosial (DTKS)",
        RegistryKind.Bdt => "Basis Data Terpadu (BDT)",
        _ => "daftar desa",
    };
}
