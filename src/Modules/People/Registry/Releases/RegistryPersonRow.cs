using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Registry.Releases;

/// <summary>A person as one import names it; the family card stands at the family. See <see cref="RegistryPerson"/> for the facts.</summary>
internal sealed class RegistryPersonRow
{
    public const string NikColumn = "registry_person_row.sealed_nik";

    public required RegistryRowId Id { get; init; }
    public required RegistryImportId ImportId { get; init; }

    /// <summary>Which table of the files, counted from 0, and which line of it, as the spreadsheet numbers it.</summary>
    public required int Sheet { get; init; }
    public required int Line { get; init; }
    public byte[]? SealedNik { get; set; }
    public byte[]? NikIndex { get; set; }
    public byte[]? FamilyIndex { get; set; }
    public string? Name { get; set; }
    public DateOnly? BirthDate { get; set; }
    public string? Sex { get; set; }
    public string? Relation { get; set; }
    public string? Marital { get; set; }
    public string? Village { get; set; }
    public string? Address { get; set; }
    public string? Rt { get; set; }
    public string? Rw { get; set; }
    public int? Decile { get; set; }
    public bool? PbiNational { get; set; }
    public bool? PbiLocal { get; set; }
    public bool? Pkh { get; set; }
    public bool? Bpnt { get; set; }
    public bool? Kks { get; set; }
    public bool? Kip { get; set; }
    public string? School { get; set; }
    public string? Education { get; set; }
    public bool? Working { get; set; }

    /// <summary>state: civil servant, soldier, police, company of the State; other.</summary>
    public string? Employment { get; set; }
    public bool? OwnsBusiness { get; set; }
    public int? Difficulties { get; set; }

    /// <summary>One sign for each difficulty in their order, see <see cref="DifficultyGrades"/>; null in rows of imports that did not tell the grades apart.</summary>
    public string? DifficultyGrades { get; set; }
    public bool? ChronicIllness { get; set; }
    public bool? Malnourished { get; set; }
    public bool? Pregnant { get; set; }

    /// <summary>Values as they stood in the file, in the order of the columns that the dry run lists, between U+001F.</summary>
    public string? Raw { get; set; }

    internal sealed class Mapped : IEntityTypeConfiguration<RegistryPersonRow>
    {
        public void Configure(EntityTypeBuilder<RegistryPersonRow> row)
        {
            row.HasKey(r => r.Id);
            row.HasIndex(r => new { r.NikIndex, r.ImportId }).IsUnique();
            row.HasIndex(r => new { r.FamilyIndex, r.ImportId });
            row.HasIndex(r => new { r.ImportId, r.Village });
        }
    }
}
