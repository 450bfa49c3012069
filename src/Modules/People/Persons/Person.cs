using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Persons;

/// <summary>Somebody who needs help. NIK and family card are sealed, with a keyed index to find them again.</summary>
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

    public required DateTime CreatedAt { get; init; }

    public required int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.HasKey(p => p.Id);
            person.Property(p => p.Version).IsConcurrencyToken();
            person.HasIndex(p => p.NikIndex);
            person.HasIndex(p => p.FamilyCardIndex);
        }
    }
}
