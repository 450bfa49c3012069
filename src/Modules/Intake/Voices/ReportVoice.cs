using Layar.Intake.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Intake.Voices;

internal readonly record struct ReportVoiceId(Guid Value) : IEntityId<ReportVoiceId>
{
    public static ReportVoiceId From(Guid value) => new(value);
}

/// <summary>The voice note of a report: announced with its words, heard when its sound has come, written down by an officer.</summary>
internal sealed class ReportVoice
{
    public const string Column = "report_voice.sealed_words";

    public required ReportVoiceId Id { get; init; }

    public required ReportId ReportId { get; init; }

    /// <summary>Null while the sound is on its way, and again when it was kept long enough.</summary>
    public StoredFileId? FileId { get; init; }

    public byte[]? Sha256 { get; init; }

    /// <summary>How long it is; null when the recording does not say it.</summary>
    public int? Seconds { get; init; }

    public DateTime? CameAt { get; init; }

    /// <summary>What is said in it, as an officer wrote it down.</summary>
    public byte[]? SealedWords { get; set; }

    public DateTime? WrittenAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportVoice>
    {
        public void Configure(EntityTypeBuilder<ReportVoice> voice)
        {
            voice.HasKey(v => v.Id);
            voice.Property(v => v.WrittenAt).IsConcurrencyToken();
            voice.HasIndex(v => v.ReportId).IsUnique();
            voice.HasIndex(v => v.FileId);
        }
    }
}

/// <summary>The sound of a voice note, clean and in the file store; its row goes into the same transaction as the report.</summary>
internal sealed record StoredVoice(StoredFile File, int? Seconds);
