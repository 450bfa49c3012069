using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Identity.Accounts;

internal readonly record struct StaffPasskeyId(Guid Value) : IEntityId<StaffPasskeyId>
{
    public static StaffPasskeyId From(Guid value) => new(value);
}

/// <summary>A key pair of a phone, computer or security key; only its public half is here.</summary>
internal sealed class StaffPasskey
{
    public required StaffPasskeyId Id { get; init; }

    public required StaffId AccountId { get; init; }

    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>As the person calls it, e.g. "HP Samsung".</summary>
    public required string Name { get; set; }

    public required long SignCount { get; set; }

    /// <summary>JSON list.</summary>
    public required string Transports { get; init; }

    public required bool UserVerified { get; set; }

    public required bool BackupEligible { get; init; }

    public required bool BackedUp { get; set; }

    public required byte[] Attestation { get; init; }

    public required byte[] ClientData { get; init; }

    public required DateTime CreatedAt { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<StaffPasskey>
    {
        public void Configure(EntityTypeBuilder<StaffPasskey> passkey)
        {
            passkey.HasKey(p => p.Id);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            passkey.HasIndex(p => p.AccountId);
            passkey.HasOne<StaffAccount>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
