using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Verval;

internal readonly record struct VervalProposalId(Guid Value) : IEntityId<VervalProposalId>
{
    public static VervalProposalId From(Guid value) => new(value);
}

internal enum ProposalKind
{
    /// <summary>Usul: should stand in the register.</summary>
    Add,

    /// <summary>Sanggah: somebody who stands there is not poor.</summary>
    Object,

    /// <summary>Perbaikan data.</summary>
    Correct,

    /// <summary>Penonaktifan: died, moved away, stands there twice.</summary>
    Remove,
}

internal enum ProposalState
{
    Drafted,

    /// <summary>The village's deliberation agreed.</summary>
    Agreed,

    Refused,

    /// <summary>The dinas compared it with its evidence.</summary>
    Verified,

    /// <summary>The dinas did not find it proven.</summary>
    Declined,

    /// <summary>Stands in a file for SIKS-NG.</summary>
    Exported,
}

/// <summary>What a village asks the register of the State to change. Names and numbers stay with the person.</summary>
internal sealed class VervalProposal
{
    public required VervalProposalId Id { get; init; }

    public required VervalCycleId CycleId { get; init; }

    public required string Village { get; init; }

    public required ProposalKind Kind { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The person's row in the release; null for somebody who is not in it.</summary>
    public RegistryRowId? RowId { get; init; }

    public required ProposalState State { get; set; }

    /// <summary>Fields to correct, with commas.</summary>
    public string? Fields { get; init; }

    public required string Reason { get; init; }

    /// <summary>What proves it: code of the evidence list.</summary>
    public required string Evidence { get; init; }

    public StoredFileId? FileId { get; init; }

    public required Guid DraftedById { get; init; }

    public required string DraftedBy { get; init; }

    public required DateTime DraftedAt { get; init; }

    public MusdesId? MusdesId { get; set; }

    public Guid? VerifiedById { get; set; }

    public string? VerifiedBy { get; set; }

    public DateTime? VerifiedAt { get; set; }

    /// <summary>What the deliberation or the dinas said to it.</summary>
    public string? Answer { get; set; }

    /// <summary>The file it went out with.</summary>
    public Guid? ExportId { get; set; }

    public string? ExportedBy { get; set; }

    public DateTime? ExportedAt { get; set; }

    public required int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<VervalProposal>
    {
        public void Configure(EntityTypeBuilder<VervalProposal> proposal)
        {
            proposal.HasKey(p => p.Id);
            proposal.Property(p => p.Version).IsConcurrencyToken();
            proposal.HasIndex(p => new { p.CycleId, p.Village, p.State });
            proposal.HasIndex(p => p.PersonId);
        }
    }
}
