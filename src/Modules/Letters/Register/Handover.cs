using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Letters.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Letters.Register;

internal readonly record struct HandoverId(Guid Value) : IEntityId<HandoverId>
{
    public static HandoverId From(Guid value) => new(value);
}

/// <summary>Who took the letter, in relation to the person it concerns.</summary>
internal enum ReceiverRelation { Self, Family, Guardian, Companion, VillageOfficer, Other }

/// <summary>How the officer made sure who stands there.</summary>
internal enum IdentityCheck { Ktp, FamilyCard, KnownByOfficer, ReportPin }

/// <summary>Why there is neither signature nor photo.</summary>
internal enum NoProofReason { CannotSign, Refused, Device }

/// <summary>A letter in somebody's hands: who, how checked, when, by whom, and what proves it.</summary>
internal sealed class Handover
{
    public const string ReceiverColumn = "handover.sealed_receiver";

    public required HandoverId Id { get; init; }
    public required LetterId LetterId { get; init; }
    public required byte[] SealedReceiver { get; init; }
    public required ReceiverRelation Relation { get; init; }
    public required IdentityCheck IdentityCheck { get; init; }
    public required DateTime At { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid ById { get; init; }
    public required string ByName { get; init; }
    public StoredFileId? SignatureFileId { get; init; }
    public StoredFileId? PhotoFileId { get; init; }
    public NoProofReason? NoProof { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Handover>
    {
        public void Configure(EntityTypeBuilder<Handover> handover)
        {
            handover.HasKey(h => h.Id);
            handover.HasIndex(h => h.LetterId).IsUnique();
        }
    }
}
