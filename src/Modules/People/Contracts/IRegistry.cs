using Layar.Kernel.Data;

namespace Layar.People.Contracts;

/// <summary>Which register of the State a list comes from. The order is the order of trust: the first that knows a person is believed.</summary>
public enum RegistryKind
{
    /// <summary>Data Tunggal Sosial dan Ekonomi Nasional (Inpres 4/2025).</summary>
    Dtsen,

    /// <summary>Data Terpadu Kesejahteraan Sosial.</summary>
    Dtks,

    /// <summary>Basis Data Terpadu.</summary>
    Bdt,

    /// <summary>A list that a desa keeps itself.</summary>
    Village,
}

/// <summary>One set of files that was imported together.</summary>
public readonly record struct RegistryImportId(Guid Value) : IEntityId<RegistryImportId>
{
    public static RegistryImportId From(Guid value) => new(value);
}

/// <summary>A row of a person or a family in one import.</summary>
public readonly record struct RegistryRowId(Guid Value) : IEntityId<RegistryRowId>
{
    public static RegistryRowId From(Guid value) => new(value);
}

/// <param name="AsOf">the day for which the register says so</param>
/// <param name="Import">the import that holds the row</param>
/// <param name="CommittedAt">when it came into force here, UTC</param>
public sealed record RegistryRelease(RegistryKind Kind, DateOnly AsOf, RegistryImportId Import, DateTime CommittedAt)
{
    /// <summary>For provenance: <c>dtsen/2026-09-30</c>.</summary>
    public string Source => $"{Kind.ToString().ToLowerInvariant()}/{AsOf:yyyy-MM-dd}";
}

/// <summary>How many of a village a release names.</summary>
/// <param name="Village">Kemendagri code; empty for rows whose village is not known</param>
/// <param name="ByDecile">persons without a decile at 0, of deciles 1 to 10 at 1 to 10</param>
public sealed record RegistryCoverage(string Village, RegistryRelease Release, int Families, int Persons, IReadOnlyList<int> ByDecile);

/// <summary>
/// What the registers of the State say, of releases in force only. Numbers are given and taken as 16 digits; whoever shows
/// them masks them and writes a read entry. Nothing here says who is eligible.
/// </summary>
public interface IRegistry
{
    /// <summary>The entry of this person in the newest release of the most trusted register that ever named the NIK; null when none did or the text is no NIK.</summary>
    Task<RegistryPerson?> Person(string? nik, CancellationToken stop);

    /// <summary>The family of this card with its members, found in the same way.</summary>
    Task<RegistryFamily?> Family(string? familyCard, CancellationToken stop);

    /// <summary>The family and all members of an entry, in its release; null when the release names no family card for it.</summary>
    Task<RegistryFamily?> FamilyOf(RegistryPerson person, CancellationToken stop);

    /// <summary>Counts of every village in or below the area, in the newest release of each register that covers it; newest and most trusted first.</summary>
    /// <param name="area">dotted Kemendagri code of a village, kecamatan or kabupaten</param>
    Task<IReadOnlyList<RegistryCoverage>> Coverage(string area, CancellationToken stop);

    /// <summary>All releases in force, most trusted register first, newest first.</summary>
    Task<IReadOnlyList<RegistryRelease>> Releases(CancellationToken stop);

    /// <summary>Whether the release is in force; nobody takes it back until the change ends inside which this is called.</summary>
    Task<bool> HoldInForce(RegistryImportId import, CancellationToken stop);
}
