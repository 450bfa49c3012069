using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Registry.Releases;

internal readonly record struct RegistryVillageCountId(Guid Value) : IEntityId<RegistryVillageCountId>
{
    public static RegistryVillageCountId From(Guid value) => new(value);
}

/// <summary>How many of a village one import names, counted at the end of its dry run.</summary>
internal sealed class RegistryVillageCount
{
    public required RegistryVillageCountId Id { get; init; }
    public required RegistryImportId ImportId { get; init; }

    /// <summary>Empty for rows whose village is not known.</summary>
    public required string Village { get; init; }
    public required int Families { get; init; }
    public required int Persons { get; init; }

    /// <summary>Eleven numbers with commas: without a decile, deciles 1 to 10.</summary>
    public required string ByDecile { get; init; }

    internal sealed class Mapped : IEntityTypeConfiguration<RegistryVillageCount>
    {
        public void Configure(EntityTypeBuilder<RegistryVillageCount> count)
        {
            count.HasKey(c => c.Id);
            count.HasIndex(c => new { c.ImportId, c.Village }).IsUnique();
        }
    }
}
