using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Unidentified;

internal readonly record struct PersonPhotoId(Guid Value) : IEntityId<PersonPhotoId>
{
    public static PersonPhotoId From(Guid value) => new(value);
}

/// <summary>A photo by which somebody may be recognised. Seen by few, and each look is written down.</summary>
internal sealed class PersonPhoto
{
    public required PersonPhotoId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required StoredFileId FileId { get; init; }

    public required DateTime AddedAt { get; init; }

    public required string AddedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PersonPhoto>
    {
        public void Configure(EntityTypeBuilder<PersonPhoto> photo)
        {
            photo.HasKey(p => p.Id);
            photo.HasIndex(p => p.PersonId);
        }
    }
}
