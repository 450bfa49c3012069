using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Survey.Invitations;

internal readonly record struct InvitationId(Guid Value) : IEntityId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);
}

/// <summary>The right to answer the survey once for one case. Says that it was used, never what was answered.</summary>
internal sealed class SurveyInvitation
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public required InvitationId Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>Keyed fingerprint of the token; the token itself is derived from the case and stored nowhere.</summary>
    public required byte[] TokenIndex { get; init; }

    public string? Service { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? AnsweredAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SurveyInvitation>
    {
        public void Configure(EntityTypeBuilder<SurveyInvitation> invitation)
        {
            invitation.HasKey(i => i.Id);
            invitation.HasIndex(i => i.CaseId).IsUnique();
            invitation.HasIndex(i => i.TokenIndex).IsUnique();
            invitation.HasIndex(i => i.CreatedAt);
        }
    }
}
