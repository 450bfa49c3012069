using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Cases.Queue.OwnViews;

internal readonly record struct OwnViewId(Guid Value) : IEntityId<OwnViewId>
{
    public static OwnViewId From(Guid value) => new(value);
}

/// <summary>A view of the queue with its filters that an officer keeps under a name. Search words are never part of it: they may name people.</summary>
internal sealed class OwnView
{
    public required OwnViewId Id { get; init; }

    public required Guid StaffId { get; init; }

    public required string Name { get; init; }

    /// <summary>The address behind the path, as <see cref="QueueFilter.Query"/> writes it.</summary>
    public required string Query { get; set; }

    public required DateTime SavedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OwnView>
    {
        public void Configure(EntityTypeBuilder<OwnView> view)
        {
            view.HasKey(v => v.Id);
            view.HasIndex(v => new { v.StaffId, v.Name }).IsUnique();
        }
    }
}
