using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Facts;

internal readonly record struct PersonFactId(Guid Value) : IEntityId<PersonFactId>
{
    public static PersonFactId From(Guid value) => new(value);
}

/// <summary>One thing that somebody said or saw of a person, with where it comes from. Never changed; a wrong one is withdrawn.</summary>
internal sealed class PersonFact
{
    public const string ValueColumn = "person_fact.sealed_value";

    public required PersonFactId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Key of <see cref="FactField"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Days as 2026-11-24; null when sealed.</summary>
    public string? Value { get; init; }

    public byte[]? SealedValue { get; init; }

    /// <summary>Code of the sources file.</summary>
    public required string Source { get; init; }

    /// <summary>The day for which the source says it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Who compared it with the paper or the person; null when nobody did.</summary>
    public string? CheckedBy { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PersonFact>
    {
        public void Configure(EntityTypeBuilder<PersonFact> fact)
        {
            fact.HasKey(f => f.Id);
            fact.HasIndex(f => new { f.PersonId, f.Field });
        }
    }
}
