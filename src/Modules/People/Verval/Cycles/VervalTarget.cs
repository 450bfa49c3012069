using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Verval;

/// <summary>A line of a village's list: a family or a person of the release, as it stood there when the cycle began.</summary>
internal sealed class VervalTarget
{
    public required VervalCycleId CycleId { get; init; }

    /// <summary>The family's or the person's row in the release.</summary>
    public required RegistryRowId RowId { get; init; }

    public required VervalUnit Unit { get; init; }

    public required string Village { get; init; }

    /// <summary>Place on the list, from 1: by RT, then by name.</summary>
    public required int Position { get; init; }

    public string? Name { get; init; }

    public string? Rt { get; init; }

    public string? Address { get; init; }

    public int? Decile { get; init; }

    /// <summary>What the latest visit found; null while nobody was there.</summary>
    public CheckOutcome? Outcome { get; set; }

    public DateTime? CheckedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<VervalTarget>
    {
        public void Configure(EntityTypeBuilder<VervalTarget> target)
        {
            target.HasKey(t => new { t.CycleId, t.RowId });
            target.HasIndex(t => new { t.CycleId, t.Village, t.Position });
        }
    }
}
