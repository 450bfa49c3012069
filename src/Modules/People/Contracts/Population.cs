using Layar.Catalogue.Contracts;

namespace Layar.People.Contracts;

/// <summary>Where somebody of the population is known from.</summary>
public enum InhabitantKind
{
    /// <summary>A release in force of a register of the State names the person.</summary>
    Registered,

    /// <summary>Only this office has the person on record.</summary>
    OnRecord,
}

/// <summary>One person as figures need it: no name, no number.</summary>
public sealed record Inhabitant
{
    public required InhabitantKind Kind { get; init; }

    /// <summary>Row of the register, or person.</summary>
    public required Guid Id { get; init; }

    /// <summary>Kemendagri code; null when it is not known.</summary>
    public string? Village { get; init; }

    /// <summary>L or P; null when it is not known.</summary>
    public string? Sex { get; init; }

    /// <summary>Whole years on the day, an estimate among them.</summary>
    public int? Age { get; init; }

    /// <summary>Has a disability; null when nobody said.</summary>
    public bool? Disabled { get; init; }

    /// <summary>The same number for everybody of one family, from 0 up; -1 when it is not known.</summary>
    public required int Family { get; init; }

    /// <summary>How many the register counts in the family; null when it does not say.</summary>
    public int? FamilySize { get; init; }

    /// <summary>What rules may know; sensitive types are not among them.</summary>
    public required IReadOnlyList<Trace> Traces { get; init; }
}

/// <param name="People">at most; persons that two lists name are counted twice here and given out once</param>
/// <param name="Release">of the newest release of the most trusted register; null without any</param>
public sealed record PopulationSize(int People, RegistryRelease? Release);

/// <summary>A person for a list that an officer asked for with a purpose.</summary>
/// <param name="Name">null when the release names none</param>
/// <param name="Nik">masked</param>
/// <param name="Address">street, RT; null when it is not known</param>
public sealed record ListedInhabitant(Guid Id, string? Name, string? Nik, string? Address, string? Village);

/// <summary>
/// Everybody of the releases in force and everybody on record, each once, for counting. Persons of secret cases are not
/// among those on record, and sensitive types are nowhere.
/// </summary>
public interface IPopulation
{
    Task<PopulationSize> Size(CancellationToken stop);

    /// <summary>One after another, in constant memory but for who was named already.</summary>
    /// <param name="day">for ages, and for what runs</param>
    IAsyncEnumerable<Inhabitant> All(DateOnly day, CancellationToken stop);

    /// <summary>Those of the ids that still stand there and that the officer may see. The caller writes the read entry before it shows them.</summary>
    Task<IReadOnlyList<ListedInhabitant>> Listed(InhabitantKind kind, IReadOnlyList<Guid> ids, Identity.Contracts.StaffMember viewer, CancellationToken stop);
}
