using Layar.Cases.Contracts;
using Layar.Kernel.Files;
using Layar.Letters.Contracts;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Letters.Register;

/// <summary>How a letter is signed.</summary>
internal enum SignatureWay { OfficeKey, Paper, CertifiedTte }

/// <summary>One letter from its draft to its end. What it says is sealed, because it holds names and NIK.</summary>
internal sealed class Letter
{
    public const string DocumentColumn = "letter.sealed_document";

    public required LetterId Id { get; init; }
    public required CaseId CaseId { get; init; }
    public required string CaseNumber { get; init; }
    public required LetterKind Kind { get; init; }
    public required int TemplateVersion { get; set; }

    /// <summary>One line for lists: the programme or the service, never a person.</summary>
    public required string Title { get; set; }
    public required LetterState State { get; set; }
    public required SignatureWay Way { get; set; }

    /// <summary>Issuing it concludes the case's step: the act IssueLetter goes with it.</summary>
    public required bool Concludes { get; init; }
    public required byte[] SealedDocument { get; set; }
    public required string Book { get; init; }
    public required string Classification { get; init; }
    public string? Division { get; init; }
    public required bool Secret { get; init; }
    public int? Year { get; set; }
    public int? Number { get; set; }
    public string? NumberText { get; set; }
    public string? Code { get; set; }
    public string? Fingerprint { get; set; }
    public string? SignerTitle { get; set; }
    public string? SignerName { get; set; }

    /// <summary>Initials of the person, for the public page.</summary>
    public string? Initials { get; set; }
    public DateOnly? Date { get; set; }
    public DateTime? SignedAt { get; set; }
    public DateTime? IssuedAt { get; set; }
    public int? ValidDays { get; set; }
    public DateOnly? ValidUntil { get; set; }

    /// <summary>What people are given: the sealed PDF, or the scan of the signed paper.</summary>
    public StoredFileId? FileId { get; set; }

    /// <summary>The page to sign by pen.</summary>
    public StoredFileId? PrintFileId { get; set; }
    public byte[]? PdfSha256 { get; set; }

    /// <summary>The release whose words the letter repeats; its draft is not rewritten, and it is signed only while the release counts.</summary>
    public RegistryImportId? RegistryImportId { get; init; }
    public LetterId? Supersedes { get; init; }
    public LetterId? SupersededBy { get; set; }

    /// <summary>Why it was returned, cancelled, revoked or superseded.</summary>
    public string? Reason { get; set; }

    /// <summary>Times it went into the chain; each return begins a new one.</summary>
    public int Round { get; set; }

    /// <summary>Role whose turn it is; null when nobody's.</summary>
    public string? Turn { get; set; }
    public required DateTime CreatedAt { get; init; }
    public required Guid DraftedBy { get; init; }
    public required string DraftedByName { get; init; }
    public required int Version { get; set; }

    public bool IsOut => State is LetterState.Issued or LetterState.HandedOver;

    public bool IsOver => State is LetterState.Revoked or LetterState.Superseded or LetterState.Cancelled;

    internal sealed class Mapping : IEntityTypeConfiguration<Letter>
    {
        public void Configure(EntityTypeBuilder<Letter> letter)
        {
            letter.HasKey(l => l.Id);
            letter.Property(l => l.Version).IsConcurrencyToken();
            letter.HasIndex(l => l.Code).IsUnique();
            letter.HasIndex(l => l.CaseId, "case");
            letter.HasIndex(l => l.PdfSha256, "sha");
            letter.HasIndex(l => new { l.CreatedAt, l.Id }, "created");
            letter.HasIndex(l => new { l.Turn, l.Division, l.CreatedAt, l.Id }, "turn");
            letter.HasIndex(l => new { l.State, l.CreatedAt, l.Id }, "state");
        }
    }
}
