using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Identity.Devices;

internal readonly record struct FieldDeviceId(Guid Value) : IEntityId<FieldDeviceId>
{
    public static FieldDeviceId From(Guid value) => new(value);
}

/// <summary>A phone on which an officer carries visits. The row stays when it is revoked; its half of the key does not.</summary>
internal sealed class FieldDevice
{
    public static readonly SealedColumn Half = new("field_device", "sealed_half");

    /// <summary>Random, made on the phone.</summary>
    public required FieldDeviceId Id { get; init; }

    public required StaffId AccountId { get; init; }

    /// <summary>Browser and system, e.g. "Chrome, Android".</summary>
    public required string Name { get; init; }

    public byte[]? SealedHalf { get; set; }

    public required DateTime EnrolledAt { get; init; }

    public required DateTime SeenAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<FieldDevice>
    {
        public void Configure(EntityTypeBuilder<FieldDevice> device)
        {
            device.HasKey(d => d.Id);
            device.HasIndex(d => new { d.AccountId, d.EnrolledAt });
            device.HasOne<StaffAccount>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
