using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Identity.Sessions;

internal readonly record struct StaffSessionId(Guid Value) : IEntityId<StaffSessionId>
{
    public static StaffSessionId From(Guid value) => new(value);
}

/// <summary>How far the sign-in is: the password alone opens nothing where a code is asked for.</summary>
internal enum SessionStage { AwaitingCode, Open }

/// <summary>One browser that is signed in. The browser holds a random key, the table its hash; no row, no session.</summary>
internal sealed class StaffSession
{
    public required StaffSessionId Id { get; init; }

    public required StaffId AccountId { get; init; }

    /// <summary>SHA-256 of the key in the cookie.</summary>
    public required byte[] KeyHash { get; set; }

    /// <summary>The key before the last renewal, good for some seconds so that requests under way do not fall.</summary>
    public byte[]? FormerKeyHash { get; set; }

    public DateTime? FormerUntil { get; set; }

    public required SessionStage Stage { get; set; }

    /// <summary>Roles for which the key was issued, sorted; another set asks for another key.</summary>
    public required string Roles { get; set; }

    /// <summary>Browser and system, e.g. "Chrome, Android".</summary>
    public required string Device { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime SeenAt { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<StaffSession>
    {
        public void Configure(EntityTypeBuilder<StaffSession> session)
        {
            session.HasKey(s => s.Id);
            session.HasIndex(s => s.KeyHash).IsUnique();
            session.HasIndex(s => s.FormerKeyHash);
            session.HasIndex(s => new { s.AccountId, s.StartedAt });
            session.HasIndex(s => s.SeenAt);
            session.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
