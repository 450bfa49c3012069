using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Identity.Accounts;

internal readonly record struct RecoveryCodeId(Guid Value) : IEntityId<RecoveryCodeId>
{
    public static RecoveryCodeId From(Guid value) => new(value);
}

/// <summary>A code on paper for the day the phone is lost. Kept as a keyed hash; the row goes when the code is used.</summary>
internal sealed class RecoveryCode
{
    public required RecoveryCodeId Id { get; init; }

    public required StaffId AccountId { get; init; }

    public required byte[] Hash { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> code)
        {
            code.HasKey(c => c.Id);
            code.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
            code.HasOne<StaffAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
