using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Intake.Reporting;

internal readonly record struct ReportDraftId(Guid Value) : IEntityId<ReportDraftId>
{
    public static ReportDraftId From(Guid value) => new(value);
}

/// <summary>
/// A report being written, sealed. Its id is the keyed fingerprint of the secret in the reporter's cookie: who reads the
/// table cannot take a draft over.
/// </summary>
internal sealed class ReportDraft
{
    public const string Column = "report_draft.sealed_answers";

    public required ReportDraftId Id { get; init; }

    public required byte[] SealedAnswers { get; set; }

    public required DateTime ExpiresAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportDraft>
    {
        public void Configure(EntityTypeBuilder<ReportDraft> draft)
        {
            draft.HasKey(d => d.Id);
            draft.HasIndex(d => d.ExpiresAt);
        }
    }
}

/// <summary>A photo or the voice note that waits in a draft, already without its metadata.</summary>
internal sealed class ReportDraftPhoto
{
    public const string Column = "report_draft_photo.sealed_bytes";

    public required Guid Id { get; init; }

    public required ReportDraftId DraftId { get; init; }

    public required byte[] SealedBytes { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportDraftPhoto>
    {
        public void Configure(EntityTypeBuilder<ReportDraftPhoto> photo)
        {
            photo.HasKey(p => p.Id);
            photo.HasIndex(p => p.DraftId);
        }
    }
}
