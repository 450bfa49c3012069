using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Catalogue.Figures;

internal readonly record struct FigureVersionId(Guid Value) : IEntityId<FigureVersionId>
{
    public static FigureVersionId From(Guid value) => new(value);
}

/// <summary>A dated value of a figure that the office wrote: waiting for a second person, or in force from a day on.</summary>
internal sealed class FigureVersion
{
    public required FigureVersionId Id { get; init; }

    public required FigureKind Kind { get; init; }

    public required string Code { get; init; }

    /// <summary>1, 2, 3 … of the values that the office wrote for this figure.</summary>
    public required int Number { get; init; }

    public required VersionState State { get; set; }

    /// <summary>An object with the fields of the files.</summary>
    public required string Entry { get; set; }

    /// <summary>First day; the same as in the entry.</summary>
    public required DateOnly FromDay { get; set; }

    /// <summary>Why it is changed, for whoever puts it in force.</summary>
    public required string Note { get; init; }

    /// <summary>The account that wrote it, which may not put it in force.</summary>
    public required Guid WriterId { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public DateTime? ActivatedAt { get; set; }

    public string? ActivatedBy { get; set; }

    /// <summary>Why it was taken back or thrown away.</summary>
    public string? WithdrawnFor { get; set; }

    public required int Version { get; set; }

    public FigureEntry Read() => FigureEntry.Read(Kind, Code, Entry, new Faults());

    internal sealed class Mapping : IEntityTypeConfiguration<FigureVersion>
    {
        public void Configure(EntityTypeBuilder<FigureVersion> version)
        {
            version.HasKey(v => v.Id);
            version.Property(v => v.Version).IsConcurrencyToken();
            version.HasIndex(v => new { v.Kind, v.Code, v.Number }).IsUnique();
            version.HasIndex(v => new { v.State, v.ChangedAt });
        }
    }
}
