using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Planning.Replays;

internal readonly record struct ReplayedPersonId(Guid Value) : IEntityId<ReplayedPersonId>
{
    public static ReplayedPersonId From(Guid value) => new(value);
}

/// <summary>Which list somebody stands on.</summary>
internal enum ReplayList { Entered, Left, Unmet }

/// <summary>What the row of a list points to.</summary>
internal enum ReplaySubject { Registered, OnRecord, Case }

/// <summary>Somebody for whom the version makes a difference, or whose need is unmet: an id, nothing more.</summary>
internal sealed class ReplayedPerson
{
    public required ReplayedPersonId Id { get; init; }

    public required ReplayId ReplayId { get; init; }

    public required ReplayList List { get; init; }

    public required ReplaySubject Subject { get; init; }

    public required Guid SubjectId { get; init; }

    public string? Village { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReplayedPerson>
    {
        public void Configure(EntityTypeBuilder<ReplayedPerson> person)
        {
            person.HasKey(p => p.Id);
            person.HasIndex(p => new { p.ReplayId, p.List, p.Id });
        }
    }
}
