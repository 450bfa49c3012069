using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Categories;

internal readonly record struct PersonCategoryId(Guid Value) : IEntityId<PersonCategoryId>
{
    public static PersonCategoryId From(Guid value) => new(value);
}

/// <summary>What a word about a person is: a PPKS type, a word everybody uses, a disability, a resource (PSKS).</summary>
internal enum CategoryKind
{
    Ppks,
    Label,
    Disability,
    Psks,
}

/// <summary>A person is of a type from one day to another; several at a time. Codes of sensitive types are sealed.</summary>
internal sealed class PersonCategory
{
    public const string CodeColumn = "person_category.sealed_code";

    public required PersonCategoryId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required CategoryKind Kind { get; init; }

    /// <summary>Null when the type is sensitive.</summary>
    public string? Code { get; init; }

    public byte[]? SealedCode { get; init; }

    public required DateOnly Since { get; init; }

    public DateOnly? Until { get; set; }

    public required string Source { get; init; }

    /// <summary>The day for which the source says it; null of rows from before it was asked for.</summary>
    public DateOnly? AsOf { get; init; }

    public string? CheckedBy { get; init; }

    /// <summary>Who judged it.</summary>
    public required string Assessor { get; init; }

    public Guid? AssessorId { get; init; }

    public required DateTime RecordedAt { get; init; }

    public string? EndedBy { get; set; }

    public DateOnly StatedFor => AsOf ?? Wita.Day(RecordedAt);

    internal sealed class Mapping : IEntityTypeConfiguration<PersonCategory>
    {
        public void Configure(EntityTypeBuilder<PersonCategory> category)
        {
            category.HasKey(c => c.Id);
            category.Ignore(c => c.StatedFor);
            category.HasIndex(c => c.PersonId);
            category.HasIndex(c => new { c.Kind, c.Code, c.PersonId });
        }
    }
}
