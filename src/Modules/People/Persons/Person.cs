using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Persons;

/// <summary>
/// Somebody who needs help, as known best now: every column holds the winning fact. NIK and family card are sealed, with a keyed
/// index to find them again.
/// </summary>
internal sealed class Person
{
    public const string NikColumn = "person.sealed_nik";
    public const string FamilyCardColumn = "person.sealed_family_card";

    public required PersonId Id { get; init; }

    public string? Name { get; set; }

    public string? Alias { get; set; }

    public byte[]? SealedNik { get; set; }

    public byte[]? NikIndex { get; set; }

    public byte[]? SealedFamilyCard { get; set; }

    public byte[]? FamilyCardIndex { get; set; }

    public string? BirthPlace { get; set; }

    public DateOnly? BirthDate { get; set; }

    public int? EstimatedAge { get; set; }

    public required string AgeGroup { get; set; }

    public required string Sex { get; set; }

    public string? Address { get; set; }

    public string? Rt { get; set; }

    public string? Area { get; set; }

    /// <summary>Nobody knows yet who it is; the person is a full one all the same.</summary>
    public bool Unidentified { get; set; }

    /// <summary>Comes from a secret case: not in lists, search and candidates but for who keeps secrets.</summary>
    public bool Restricted { get; set; }

    /// <summary>The person as whom this one goes on, after "the same person"; the root, never another merged one.</summary>
    public PersonId? MergedInto { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Indexes in memory follow this.</summary>
    public required DateTime ChangedAt { get; set; }

    public required int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.HasKey(p => p.Id);
            person.Property(p => p.Version).IsConcurrencyToken();
            person.HasIndex(p => p.NikIndex);
            person.HasIndex(p => p.FamilyCardIndex);
            person.HasIndex(p => new { p.Area, p.Id });
            person.HasIndex(p => new { p.ChangedAt, p.Id });
            person.HasIndex(p => p.MergedInto).HasFilter("merged_into IS NOT NULL");
            person.HasIndex(p => p.Id, "unidentified").HasFilter("unidentified");
        }
    }
}
