using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Verval;

internal readonly record struct VervalCheckId(Guid Value) : IEntityId<VervalCheckId>
{
    public static VervalCheckId From(Guid value) => new(value);
}

/// <summary>What a visit at the house found.</summary>
internal enum CheckOutcome
{
    Found,
    Moved,
    Died,

    /// <summary>Stands on the list a second time.</summary>
    Doubled,
    NotFound,
}

/// <summary>One look at a family or a person. A later one stands beside it; the latest counts.</summary>
internal sealed class VervalCheck
{
    public required VervalCheckId Id { get; init; }

    public required VervalCycleId CycleId { get; init; }

    /// <summary>The line of the list.</summary>
    public required RegistryRowId TargetId { get; init; }

    /// <summary>The person's row in the release; null for the family as a whole.</summary>
    public RegistryRowId? MemberId { get; init; }

    /// <summary>The person on record to whom the facts went; null for a family.</summary>
    public PersonId? PersonId { get; init; }

    public required CheckOutcome Outcome { get; init; }

    public required DateOnly CheckedOn { get; init; }

    /// <summary>Fields that were other than in the release, with commas; never their values.</summary>
    public string? Corrected { get; init; }

    public string? Note { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTime RecordedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<VervalCheck>
    {
        public void Configure(EntityTypeBuilder<VervalCheck> check)
        {
            check.HasKey(c => c.Id);
            check.HasIndex(c => new { c.CycleId, c.TargetId });
        }
    }
}
