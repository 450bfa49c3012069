using Layar.Intake.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Intake.Reports;

internal readonly record struct ReportPhotoId(Guid Value) : IEntityId<ReportPhotoId>
{
    public static ReportPhotoId From(Guid value) => new(value);
}

/// <summary>A photo of a report. The same photo sent twice under one report stands here once.</summary>
internal sealed class ReportPhoto
{
    public required ReportPhotoId Id { get; init; }

    public required ReportId ReportId { get; init; }

    public required int Seq { get; init; }

    public required StoredFileId FileId { get; init; }

    public required byte[] Sha256 { get; init; }

    public required DateTime AddedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportPhoto>
    {
        public void Configure(EntityTypeBuilder<ReportPhoto> photo)
        {
            photo.HasKey(p => p.Id);
            photo.HasIndex(p => new { p.ReportId, p.Seq }).IsUnique();
            photo.HasIndex(p => p.FileId);
        }
    }
}
