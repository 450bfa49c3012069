using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Households;

internal readonly record struct HouseholdId(Guid Value) : IEntityId<HouseholdId>
{
    public static HouseholdId From(Guid value) => new(value);
}

internal readonly record struct MembershipId(Guid Value) : IEntityId<MembershipId>
{
    public static MembershipId From(Guid value) => new(value);
}

/// <summary>People who live and eat together; with a family card or without.</summary>
internal sealed class Household
{
    public const string FamilyCardColumn = "household.sealed_family_card";

    public required HouseholdId Id { get; init; }

    public byte[]? SealedFamilyCard { get; set; }

    public byte[]? FamilyCardIndex { get; set; }

    public string? Area { get; set; }

    public required DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Household>
    {
        public void Configure(EntityTypeBuilder<Household> household)
        {
            household.HasKey(h => h.Id);
            household.HasIndex(h => h.FamilyCardIndex);
        }
    }
}

/// <summary>What somebody is in a household.</summary>
internal enum HouseholdRole
{
    Head,
    Spouse,
    Child,
    Parent,
    Grandchild,
    Relative,
    Other,
}

/// <summary>Somebody belongs to a household from one day to another.</summary>
internal sealed class Membership : IStated
{
    public required MembershipId Id { get; init; }

    public required HouseholdId HouseholdId { get; init; }

    public required PersonId PersonId { get; init; }

    public required HouseholdRole Role { get; init; }

    public required DateOnly Since { get; init; }

    public DateOnly? Until { get; set; }

    public required string Source { get; init; }

    /// <summary>The day for which the source says it; null of rows from before it was asked for.</summary>
    public DateOnly? AsOf { get; init; }

    public string? CheckedBy { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTime RecordedAt { get; init; }

    public string? EndedBy { get; set; }

    public DateOnly StatedFor => AsOf ?? Wita.Day(RecordedAt);

    internal sealed class Mapping : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> membership)
        {
            membership.HasKey(m => m.Id);
            membership.Ignore(m => m.StatedFor);
            membership.HasIndex(m => m.PersonId);
            membership.HasIndex(m => m.HouseholdId);
        }
    }
}
