using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Registry.Releases;

/// <summary>A family as one import names it, from its own line or from its first member. See <see cref="RegistryFamily"/> for the facts.</summary>
internal sealed class RegistryFamilyRow
{
    public const string CardColumn = "registry_family_row.sealed_family_card";

    public required RegistryRowId Id { get; init; }
    public required RegistryImportId ImportId { get; init; }
    public required int Sheet { get; init; }
    public required int Line { get; init; }
    public required byte[] SealedFamilyCard { get; init; }
    public required byte[] FamilyIndex { get; init; }
    public string? HeadName { get; set; }
    public int? Size { get; set; }
    public string? Village { get; set; }
    public string? Address { get; set; }
    public int? Decile { get; set; }
    public int? DecileProvince { get; set; }
    public int? DecileRegency { get; set; }
    public bool? PbiNational { get; set; }
    public bool? PbiLocal { get; set; }
    public string? House { get; set; }
    public string? Floor { get; set; }
    public string? Wall { get; set; }
    public string? Roof { get; set; }
    public int? FloorArea { get; set; }
    public string? Water { get; set; }
    public string? Lighting { get; set; }
    public string? Power { get; set; }
    public string? Cooking { get; set; }
    public string? Toilet { get; set; }
    public int? Assets { get; set; }
    public string? Raw { get; set; }

    internal sealed class Mapped : IEntityTypeConfiguration<RegistryFamilyRow>
    {
        public void Configure(EntityTypeBuilder<RegistryFamilyRow> row)
        {
            row.HasKey(r => r.Id);
            row.HasIndex(r => new { r.FamilyIndex, r.ImportId }).IsUnique();
            row.HasIndex(r => new { r.ImportId, r.Village });
        }
    }
}
