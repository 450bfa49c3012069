using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Identity.SignIn;

/// <summary>How often a sign-in step failed for one key (account at an address, account on a device, address).</summary>
internal sealed class SignInTry
{
    /// <summary>Keyed hash of what is counted; tells nothing by itself.</summary>
    public required byte[] Id { get; init; }

    public required int Tries { get; set; }

    public required DateTime Since { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<SignInTry>
    {
        public void Configure(EntityTypeBuilder<SignInTry> attempt)
        {
            attempt.HasKey(t => t.Id);
            attempt.HasIndex(t => t.Since);
        }
    }
}

/// <summary>A browser in which this account has signed in before.</summary>
internal sealed class KnownDevice
{
    /// <summary>Keyed hash of account and device key.</summary>
    public required byte[] Id { get; init; }

    public required DateTime SeenAt { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<KnownDevice>
    {
        public void Configure(EntityTypeBuilder<KnownDevice> device)
        {
            device.HasKey(d => d.Id);
            device.HasIndex(d => d.SeenAt);
        }
    }
}
