using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Areas.Listed;

/// <summary>One line of the official list. Codes are never used twice for different places; what ends keeps its row.</summary>
internal sealed class ListedArea
{
    public required string Code { get; init; }

    public required string ParentCode { get; set; }

    /// <summary>2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan.</summary>
    public required int Level { get; init; }

    public required string Kind { get; set; }

    public required string Name { get; set; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; open when null.</summary>
    public DateOnly? ValidTo { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<ListedArea>
    {
        public void Configure(EntityTypeBuilder<ListedArea> area)
        {
            area.HasKey(a => a.Code);
            area.HasIndex(a => a.ParentCode);
        }
    }
}

internal readonly record struct AreaAliasId(Guid Value) : IEntityId<AreaAliasId>
{
    public static AreaAliasId From(Guid value) => new(value);
}

/// <summary>Another name people write: an older one, or the way it is spoken.</summary>
internal sealed class AreaAlias
{
    public required AreaAliasId Id { get; init; }

    public required string AreaCode { get; init; }

    public required string Name { get; init; }

    /// <summary>Folded form, see <c>AreaName.Fold</c>.</summary>
    public required string Folded { get; init; }

    /// <summary>The days on which this was the official name, when it was.</summary>
    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<AreaAlias>
    {
        public void Configure(EntityTypeBuilder<AreaAlias> alias)
        {
            alias.HasKey(a => a.Id);
            alias.HasIndex(a => new { a.AreaCode, a.Folded }).IsUnique();
            alias.HasOne<ListedArea>().WithMany().HasForeignKey(a => a.AreaCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Where the people of a village were when they wrote: the mean of their positions. No list of positions is kept.</summary>
internal sealed class AreaPoint
{
    public required string AreaCode { get; init; }

    public required double Lat { get; set; }

    public required double Lon { get; set; }

    public required int Count { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<AreaPoint>
    {
        public void Configure(EntityTypeBuilder<AreaPoint> point)
        {
            point.HasKey(p => p.AreaCode);
            point.HasOne<ListedArea>().WithMany().HasForeignKey(p => p.AreaCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
