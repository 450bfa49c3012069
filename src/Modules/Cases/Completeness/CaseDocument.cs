using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Cases.Completeness;

internal readonly record struct CaseDocumentId(Guid Value) : IEntityId<CaseDocumentId>
{
    public static CaseDocumentId From(Guid value) => new(value);
}

internal enum DocumentState
{
    Missing,
    Present,

    /// <summary>The person cannot have it; the reason stands beside.</summary>
    Waived,
}

/// <summary>One document of the checklist as the operator found it, with or without a copy in the file.</summary>
internal sealed class CaseDocument
{
    public const string ReasonColumn = "case_document.sealed_reason";

    public required CaseDocumentId Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>Code of documents.json.</summary>
    public required string Code { get; init; }

    public required DocumentState State { get; set; }

    /// <summary>Day of issue; some documents run out.</summary>
    public DateOnly? Issued { get; set; }

    public byte[]? SealedReason { get; set; }

    public StoredFileId? FileId { get; set; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseDocument>
    {
        public void Configure(EntityTypeBuilder<CaseDocument> document)
        {
            document.HasKey(d => d.Id);
            document.HasIndex(d => new { d.CaseId, d.Code }).IsUnique();
        }
    }
}

/// <summary>What the operator knows of the person's situation; it decides which documents are asked for.</summary>
internal sealed class CaseCircumstances
{
    public required CaseId CaseId { get; init; }

    public required Circumstances Known { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseCircumstances>
    {
        public void Configure(EntityTypeBuilder<CaseCircumstances> circumstances) => circumstances.HasKey(c => c.CaseId);
    }
}
