using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Cases.Visits;

internal readonly record struct VisitGroupId(Guid Value) : IEntityId<VisitGroupId>
{
    public static VisitGroupId From(Guid value) => new(value);
}

/// <summary>Answers of one group of the form, as typed; sealed, for they speak of health and violence.</summary>
internal sealed class VisitGroup
{
    public const string AnswersColumn = "visit_group.sealed_answers";

    public required VisitGroupId Id { get; init; }

    public required HomeVisitId VisitId { get; init; }

    /// <summary>Code of the group.</summary>
    public required string Code { get; init; }

    public required byte[] SealedAnswers { get; set; }

    public required DateTime SavedAt { get; set; }

    public required string SavedBy { get; set; }

    public required int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<VisitGroup>
    {
        public void Configure(EntityTypeBuilder<VisitGroup> group)
        {
            group.HasKey(g => g.Id);
            group.Property(g => g.Version).IsConcurrencyToken();
            group.HasIndex(g => new { g.VisitId, g.Code }).IsUnique();
        }
    }
}

internal readonly record struct VisitPhotoId(Guid Value) : IEntityId<VisitPhotoId>
{
    public static VisitPhotoId From(Guid value) => new(value);
}

/// <summary>A photo that answers a question of the form, and where it was taken.</summary>
internal sealed class VisitPhoto
{
    public required VisitPhotoId Id { get; init; }

    public required HomeVisitId VisitId { get; init; }

    public required string Question { get; init; }

    public required StoredFileId FileId { get; init; }

    public required DateTime TakenAt { get; init; }

    public required string TakenBy { get; init; }

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    public int? Accuracy { get; init; }

    /// <summary>Taken out of the form again; the file stays in the record.</summary>
    public DateTime? RemovedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<VisitPhoto>
    {
        public void Configure(EntityTypeBuilder<VisitPhoto> photo)
        {
            photo.HasKey(p => p.Id);
            photo.HasIndex(p => p.VisitId);
            photo.HasIndex(p => p.FileId);
        }
    }
}
