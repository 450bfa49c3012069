using Layar.Kernel.Data;

namespace Layar.People.Contracts;

public readonly record struct PersonId(Guid Value) : IEntityId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
}

/// <summary>A person as far as known; every field may be missing, the name too.</summary>
public sealed record PersonFacts
{
    public string? Name { get; init; }
    public string? Alias { get; init; }

    /// <summary>16 digits, or null; never refused for lack of it.</summary>
    public string? Nik { get; init; }
    public string? FamilyCard { get; init; }
    public string? BirthPlace { get; init; }
    public DateOnly? BirthDate { get; init; }
    public int? EstimatedAge { get; init; }

    /// <summary>child, adult, elderly, unknown</summary>
    public string AgeGroup { get; init; } = "unknown";

    /// <summary>L, P or unknown.</summary>
    public string Sex { get; init; } = "unknown";
    public string? Address { get; init; }
    public string? Rt { get; init; }
    public string? Area { get; init; }
}

/// <summary>A person with id, as decrypted for somebody who may see it. Of a merged person, the one as whom it goes on.</summary>
public sealed record PersonCard(PersonId Id, PersonFacts Facts, int Version);

public interface IPersons
{
    Task<PersonCard?> Find(PersonId id, CancellationToken stop);

    /// <summary>The row of a new person, for a transaction of the caller.</summary>
    /// <param name="restricted">comes from a secret case: not in lists, search and candidates</param>
    object NewRow(PersonId id, PersonFacts facts, DateTime at, bool restricted = false);

    /// <summary>
    /// Records what papers say of the person; refused when somebody changed it since <paramref name="expectedVersion"/>. Call inside a
    /// Change. A source that is trusted more, such as the civil registry, stays believed.
    /// </summary>
    Task<Kernel.Outcomes.Outcome> Correct(PersonId id, PersonFacts facts, int expectedVersion, Kernel.Acts.Actor actor, CancellationToken stop);
}
