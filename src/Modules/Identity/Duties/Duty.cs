using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Identity.Duties;

internal readonly record struct DutyId(Guid Value) : IEntityId<DutyId>
{
    public static DutyId From(Guid value) => new(value);
}

/// <summary>Own duty, or in the place of an official who is away (Plh) or whose post is vacant (Plt); UU 30/2014 art. 14.</summary>
internal enum Acting { Own, Plh, Plt }

/// <summary>A role given to a person for a period, with the decree that gives it. Ended by a date, never deleted.</summary>
internal sealed class Duty
{
    public required DutyId Id { get; init; }

    public required StaffId AccountId { get; init; }

    public required string Role { get; init; }

    /// <summary>Code of the bidang.</summary>
    public string? Division { get; init; }

    /// <summary>Area codes with a space between; empty for the whole kabupaten.</summary>
    public required string Areas { get; init; }

    /// <summary>First day, WITA.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day, WITA; open when null.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Number of the decree (SK).</summary>
    public required string LegalBasis { get; init; }

    public required Acting Acting { get; init; }

    /// <summary>Account of the official whose place is taken, when there is one.</summary>
    public StaffId? OnBehalfOfId { get; init; }

    public string? OnBehalfOfName { get; init; }

    public IReadOnlyList<string> AreaCodes => Areas.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool InForce(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    private sealed class Mapping : IEntityTypeConfiguration<Duty>
    {
        public void Configure(EntityTypeBuilder<Duty> duty)
        {
            duty.HasKey(d => d.Id);
            duty.Ignore(d => d.AreaCodes);
            duty.HasIndex(d => new { d.AccountId, d.ValidFrom });
            duty.HasIndex(d => new { d.Role, d.ValidTo });
            duty.HasOne<StaffAccount>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
