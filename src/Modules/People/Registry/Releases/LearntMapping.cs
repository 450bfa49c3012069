using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Registry.Releases;

internal readonly record struct RegistryTemplateId(Guid Value) : IEntityId<RegistryTemplateId>
{
    public static RegistryTemplateId From(Guid value) => new(value);
}

/// <summary>What somebody said the columns of such a table mean; holds for every table with the same header.</summary>
internal sealed class RegistryTemplate
{
    public required RegistryTemplateId Id { get; init; }

    /// <summary>SHA-256 of the folded header.</summary>
    public required byte[] Header { get; init; }

    /// <summary>JSON: table (<c>person</c>, <c>family</c> or <c>none</c>) and the field of each column.</summary>
    public required string Columns { get; set; }
    public required string SavedBy { get; set; }
    public required DateTime SavedAt { get; set; }

    internal sealed class Mapped : IEntityTypeConfiguration<RegistryTemplate>
    {
        public void Configure(EntityTypeBuilder<RegistryTemplate> template)
        {
            template.HasKey(t => t.Id);
            template.HasIndex(t => t.Header).IsUnique();
        }
    }
}

/// <summary>A BPS village code that a file named together with kecamatan and desa: no official crosswalk is published.</summary>
internal sealed class RegistryBpsVillage
{
    /// <summary>Ten digits.</summary>
    public required string BpsCode { get; init; }

    /// <summary>Kemendagri code.</summary>
    public required string Village { get; set; }

    internal sealed class Mapped : IEntityTypeConfiguration<RegistryBpsVillage>
    {
        public void Configure(EntityTypeBuilder<RegistryBpsVillage> village) => village.HasKey(v => v.BpsCode);
    }
}
