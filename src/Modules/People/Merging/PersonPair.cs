using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Merging;

internal readonly record struct PersonPairId(Guid Value) : IEntityId<PersonPairId>
{
    public static PersonPairId From(Guid value) => new(value);
}

/// <summary>What was decided of two persons.</summary>
internal enum PairState
{
    /// <summary>Found by the weights; nobody has looked yet.</summary>
    Open,

    /// <summary>Somebody looked and is not sure.</summary>
    Review,

    Same,

    /// <summary>Remembered: the pair is not proposed again.</summary>
    Different,
}

/// <summary>Two persons who may be one, and what was decided. Merging is this row and can be taken back.</summary>
internal sealed class PersonPair
{
    public required PersonPairId Id { get; init; }

    /// <summary>The smaller id of the two, so that a pair has one row.</summary>
    public required PersonId First { get; init; }

    public required PersonId Second { get; init; }

    public required PairState State { get; set; }

    /// <summary>Binary logarithm of the odds, in thousandths, when it was found.</summary>
    public required int Odds { get; set; }

    /// <summary>The person as whom both go on, while <see cref="State"/> is Same.</summary>
    public PersonId? Kept { get; set; }

    public required DateTime FoundAt { get; init; }

    public DateTime? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public string? Reason { get; set; }

    public required int Version { get; set; }

    public PersonId Other(PersonId one) => one == First ? Second : First;

    public static (PersonId First, PersonId Second) Ordered(PersonId a, PersonId b) =>
        Stored.Bytes(a.Value).AsSpan().SequenceCompareTo(Stored.Bytes(b.Value)) <= 0 ? (a, b) : (b, a);

    internal sealed class Mapping : IEntityTypeConfiguration<PersonPair>
    {
        public void Configure(EntityTypeBuilder<PersonPair> pair)
        {
            pair.HasKey(p => p.Id);
            pair.Property(p => p.Version).IsConcurrencyToken();
            pair.HasIndex(p => new { p.First, p.Second }).IsUnique();
            pair.HasIndex(p => p.Second);
            pair.HasIndex(p => new { p.State, p.Odds, p.Id });
        }
    }
}

/// <summary>How far a reader of persons has come, so that it goes on there after a restart.</summary>
internal sealed class PersonMark
{
    public required string Name { get; init; }

    public required DateTime At { get; set; }

    public required Guid Person { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PersonMark>
    {
        public void Configure(EntityTypeBuilder<PersonMark> mark) => mark.HasKey(m => m.Name);
    }
}
