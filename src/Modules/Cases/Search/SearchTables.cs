using Layar.Cases.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Cases.Search;

/// <summary>Which case stands under which row of the word index; higher rows are newer.</summary>
internal sealed class SearchRow
{
    public required long Row { get; init; }

    public required CaseId CaseId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SearchRow>
    {
        public void Configure(EntityTypeBuilder<SearchRow> row)
        {
            row.HasKey(r => r.Row);
            row.Property(r => r.Row).ValueGeneratedNever();
            row.HasIndex(r => r.CaseId).IsUnique();
        }
    }
}

/// <summary>A word that occurs in some case, and in how many.</summary>
internal sealed class SearchWord
{
    public required string Word { get; init; }

    public required int Count { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SearchWord>
    {
        public void Configure(EntityTypeBuilder<SearchWord> word) => word.HasKey(w => w.Word);
    }
}

/// <summary>A word with one letter left out, leading back to the word.</summary>
internal sealed class SearchKey
{
    public required string Key { get; init; }

    public required string Word { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SearchKey>
    {
        public void Configure(EntityTypeBuilder<SearchKey> key) => key.HasKey(k => new { k.Key, k.Word });
    }
}
