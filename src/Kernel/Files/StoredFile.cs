using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Kernel.Files;

public readonly record struct StoredFileId(Guid Value) : IEntityId<StoredFileId>
{
    public static StoredFileId From(Guid value) => new(value);
}

/// <summary>A file that somebody sent or that Layar made. The bytes lie sealed in the file store under <see cref="Key"/>.</summary>
public sealed class StoredFile
{
    public required StoredFileId Id { get; init; }

    /// <summary>Keyed fingerprint of the content, hexadecimal: the address in the store; the same content lies there once.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the plain bytes.</summary>
    public required byte[] Sha256 { get; init; }

    public required long Size { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Safe name for downloads.</summary>
    public required string Name { get; init; }

    public required DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> file)
        {
            file.HasKey(f => f.Id);
            file.HasIndex(f => f.Key);
        }
    }
}
