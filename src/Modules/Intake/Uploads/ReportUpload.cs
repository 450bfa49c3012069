using Layar.Intake.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Intake.Uploads;

internal readonly record struct ReportUploadId(Guid Value) : IEntityId<ReportUploadId>
{
    public static ReportUploadId From(Guid value) => new(value);
}

/// <summary>
/// A photo or the voice note of a report on its way, in pieces. Its id is the keyed fingerprint of the secret in its address: who reads the table
/// cannot go on with it.
/// </summary>
internal sealed class ReportUpload
{
    public const int Voice = 0;

    public bool IsVoice => Seq == Voice;

    public required ReportUploadId Id { get; init; }

    public required ReportId ReportId { get; init; }

    /// <summary>Place among the photos that the report announced, from 1; <see cref="Voice"/> for its voice note.</summary>
    public required int Seq { get; init; }

    /// <summary>Bytes it will have.</summary>
    public required int Length { get; init; }

    /// <summary>Bytes that are here, without a gap.</summary>
    public required int Received { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>When the whole of it stood with its report; the row stays a while to tell so.</summary>
    public DateTime? DoneAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportUpload>
    {
        public void Configure(EntityTypeBuilder<ReportUpload> upload)
        {
            upload.HasKey(u => u.Id);
            upload.Ignore(u => u.IsVoice);
            upload.HasIndex(u => u.ReportId);
            upload.HasIndex(u => u.ExpiresAt);
        }
    }
}

/// <summary>Some bytes of an upload, sealed.</summary>
internal sealed class ReportUploadPiece
{
    public const string Column = "report_upload_piece.sealed_bytes";

    public required Guid Id { get; init; }

    public required ReportUploadId UploadId { get; init; }

    /// <summary>Bytes of the upload before this piece.</summary>
    public required int Start { get; init; }

    public required byte[] SealedBytes { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportUploadPiece>
    {
        public void Configure(EntityTypeBuilder<ReportUploadPiece> piece)
        {
            piece.HasKey(p => p.Id);
            piece.HasIndex(p => new { p.UploadId, p.Start }).IsUnique();
        }
    }
}
