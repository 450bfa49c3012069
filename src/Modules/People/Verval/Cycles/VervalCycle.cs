using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Verval;

internal readonly record struct VervalCycleId(Guid Value) : IEntityId<VervalCycleId>
{
    public static VervalCycleId From(Guid value) => new(value);
}

/// <summary>What stands on the list that is taken from house to house.</summary>
internal enum VervalUnit
{
    /// <summary>Families; persons without a family card stand beside them by themselves.</summary>
    Household,

    Person,
}

/// <summary>A round of verification and validation: a release is compared with what stands and lives in the villages.</summary>
internal sealed class VervalCycle
{
    public required VervalCycleId Id { get; init; }

    public required string Name { get; init; }

    public required RegistryImportId ImportId { get; init; }

    /// <summary>The release as provenance names it: <c>dtsen/2026-09-30</c>.</summary>
    public required string Source { get; init; }

    public required RegistryKind Kind { get; init; }

    public required DateOnly AsOf { get; init; }

    public required VervalUnit Unit { get; init; }

    /// <summary>How many are drawn in each village; null: everybody.</summary>
    public int? SamplePerVillage { get; init; }

    /// <summary>The same seed draws the same lines of the same release again.</summary>
    public required int Seed { get; init; }

    public required DateOnly Starts { get; init; }

    public required DateOnly Ends { get; init; }

    public required string LegalBasis { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    public required int Version { get; set; }

    public bool Open => ClosedAt is null;

    internal sealed class Mapping : IEntityTypeConfiguration<VervalCycle>
    {
        public void Configure(EntityTypeBuilder<VervalCycle> cycle)
        {
            cycle.HasKey(c => c.Id);
            cycle.Property(c => c.Version).IsConcurrencyToken();
            cycle.Ignore(c => c.Open);
            cycle.HasIndex(c => c.CreatedAt);
        }
    }
}

/// <summary>How far a village is in a cycle.</summary>
internal sealed class VervalVillage
{
    /// <summary>Stands in the place of the code for lines whose village nobody knows; only who works everywhere sees them.</summary>
    public const string Unknown = "tanpa-desa";

    public required VervalCycleId CycleId { get; init; }

    /// <summary>Kemendagri code.</summary>
    public required string Village { get; init; }

    public required int Targets { get; init; }

    public int Checked { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<VervalVillage>
    {
        public void Configure(EntityTypeBuilder<VervalVillage> village) => village.HasKey(v => new { v.CycleId, v.Village });
    }
}
