using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Letters.Register;

internal readonly record struct LetterApprovalId(Guid Value) : IEntityId<LetterApprovalId>
{
    public static LetterApprovalId From(Guid value) => new(value);
}

internal enum ApprovalResult { Waiting, Done, Returned, Dropped }

/// <summary>One station of a letter's way to its signature, as the chain stood when the letter was submitted.</summary>
internal sealed class LetterApproval
{
    public required LetterApprovalId Id { get; init; }
    public required LetterId LetterId { get; init; }
    public required int Round { get; init; }

    /// <summary>1, 2, 3 … within the round.</summary>
    public required int Place { get; init; }
    public required string Role { get; init; }
    public required ApprovalAction Action { get; init; }
    public required ApprovalResult Result { get; set; }
    public Guid? ById { get; set; }
    public string? ByName { get; set; }
    public string? OnBehalfOf { get; set; }
    public DateTime? At { get; set; }
    public string? Note { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LetterApproval>
    {
        public void Configure(EntityTypeBuilder<LetterApproval> approval)
        {
            approval.HasKey(a => a.Id);
            approval.HasIndex(a => new { a.LetterId, a.Round, a.Place }).IsUnique();
        }
    }
}
