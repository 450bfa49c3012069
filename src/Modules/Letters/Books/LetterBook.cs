using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Letters.Books;

/// <summary>The last number of a book in a year. Its row is what signers queue for.</summary>
internal sealed class LetterBook
{
    public required string Book { get; init; }
    public required int Year { get; init; }
    public required int Last { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LetterBook>
    {
        public void Configure(EntityTypeBuilder<LetterBook> book) => book.HasKey(b => new { b.Book, b.Year });
    }
}

internal readonly record struct LetterNumberingId(Guid Value) : IEntityId<LetterNumberingId>
{
    public static LetterNumberingId From(Guid value) => new(value);
}

internal enum NumberState { Used, Cancelled }

/// <summary>One line of a number book. It is never removed: a cancelled letter keeps its number and says why.</summary>
internal sealed class LetterNumbering
{
    public required LetterNumberingId Id { get; init; }
    public required string Book { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }
    public required string Text { get; init; }
    public required LetterId LetterId { get; init; }
    public required DateTime TakenAt { get; init; }
    public required NumberState State { get; set; }
    public string? Reason { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LetterNumbering>
    {
        public void Configure(EntityTypeBuilder<LetterNumbering> numbering)
        {
            numbering.HasKey(n => n.Id);
            numbering.HasIndex(n => new { n.Book, n.Year, n.Number }).IsUnique();
            numbering.HasIndex(n => n.LetterId).IsUnique();
            numbering.HasIndex(n => n.Text).IsUnique();
        }
    }
}
