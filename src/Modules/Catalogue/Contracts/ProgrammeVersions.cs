using Layar.Eligibility.Facts;
using Layar.Kernel.Data;

namespace Layar.Catalogue.Contracts;

public readonly record struct ProgrammeVersionId(Guid Value) : IEntityId<ProgrammeVersionId>
{
    public static ProgrammeVersionId From(Guid value) => new(value);
}

/// <summary>Where a version that the office wrote stands.</summary>
public enum VersionState
{
    /// <summary>Being written; counts nowhere.</summary>
    Draft,

    /// <summary>Put in force by a second person; counts from its first day on.</summary>
    Active,

    /// <summary>Taken back after it was put in force; counts nowhere.</summary>
    Withdrawn,

    /// <summary>Thrown away as a draft; can be taken up again.</summary>
    Discarded,
}

/// <summary>One wording of a programme that the office wrote.</summary>
/// <param name="Number">1, 2, 3 … of the programme</param>
/// <param name="Programme">as it would hold, with what its service says; its validity is that of the version</param>
/// <param name="Facts">that its rule may ask for, its own code among the programmes</param>
/// <param name="WrittenAt">when somebody last wrote in it or moved it, UTC</param>
public sealed record WrittenVersion(ProgrammeVersionId Id, int Number, VersionState State, Programme Programme, FactCatalogue Facts, DateTime WrittenAt);

/// <summary>Versions that the office wrote, whether in force or not, for other modules.</summary>
public interface IProgrammeVersions
{
    /// <summary>Null when there is none, or when it cannot be read with the facts and figures of today.</summary>
    Task<WrittenVersion?> Find(ProgrammeVersionId id, CancellationToken stop);
}
