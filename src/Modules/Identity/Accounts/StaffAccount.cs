using Layar.Identity.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Identity.Accounts;

/// <summary>One person who may sign in. What the person may do comes from the duties, never from the account.</summary>
internal sealed class StaffAccount
{
    public required StaffId Id { get; init; }

    /// <summary>Lower case; how the person signs in.</summary>
    public required string UserName { get; set; }

    public required string Name { get; set; }

    /// <summary>Sealed; 18 digits.</summary>
    public byte[]? Nip { get; set; }

    /// <summary>Sealed; international form.</summary>
    public byte[]? Phone { get; set; }

    public string? PasswordHash { get; set; }

    public required string SecurityStamp { get; set; }

    /// <summary>The password came from somebody else, who therefore knows it.</summary>
    public bool MustChangePassword { get; set; }

    public bool Active { get; set; } = true;

    /// <summary>Made for the demonstration with a published password; production refuses to start beside one.</summary>
    public bool Demo { get; init; }

    /// <summary>Sealed; base 32.</summary>
    public byte[]? TotpSecret { get; set; }

    public bool TotpOn { get; set; }

    /// <summary>Time step of the last code accepted; no code is accepted twice.</summary>
    public long TotpStep { get; set; }

    public required DateTime CreatedAt { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<StaffAccount>
    {
        public void Configure(EntityTypeBuilder<StaffAccount> account)
        {
            account.HasKey(a => a.Id);
            // Renewed with password, second factor and state: what was proven over an older one is not written over a newer one.
            account.Property(a => a.SecurityStamp).IsConcurrencyToken();
            account.HasIndex(a => a.UserName).IsUnique();
        }
    }
}
