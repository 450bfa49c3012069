using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Verval;

internal readonly record struct MusdesId(Guid Value) : IEntityId<MusdesId>
{
    public static MusdesId From(Guid value) => new(value);
}

/// <summary>A deliberation of a village (musdes, muskel) over the proposals of a cycle, with its minutes.</summary>
internal sealed class Musdes
{
    public required MusdesId Id { get; init; }

    public required VervalCycleId CycleId { get; init; }

    public required string Village { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Number of the berita acara.</summary>
    public required string MinutesNumber { get; init; }

    /// <summary>The scan of the signed minutes.</summary>
    public required StoredFileId FileId { get; init; }

    public required Guid RecordedById { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTime RecordedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Musdes>
    {
        public void Configure(EntityTypeBuilder<Musdes> musdes)
        {
            musdes.HasKey(m => m.Id);
            musdes.HasIndex(m => new { m.CycleId, m.Village });
        }
    }
}
