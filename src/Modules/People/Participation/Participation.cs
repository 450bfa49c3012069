using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Participation;

internal readonly record struct ParticipationId(Guid Value) : IEntityId<ParticipationId>
{
    public static ParticipationId From(Guid value) => new(value);
}

/// <summary>How often the amount is given.</summary>
internal enum Rhythm
{
    Once,
    Monthly,
    Quarterly,
    Yearly,
}

/// <summary>Somebody takes part in a programme from one day to another.</summary>
internal sealed class ProgrammeParticipation : IStated
{
    public required ParticipationId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Programme { get; init; }

    public required DateOnly Since { get; init; }

    public DateOnly? Until { get; set; }

    /// <summary>Rupiah each time; null when it is given in kind or not known.</summary>
    public long? Amount { get; init; }

    public required Rhythm Rhythm { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public required string Source { get; init; }

    /// <summary>The day for which the source says it; null of rows from before it was asked for.</summary>
    public DateOnly? AsOf { get; init; }

    public string? CheckedBy { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTime RecordedAt { get; init; }

    public string? EndReason { get; set; }

    public string? EndedBy { get; set; }

    public DateOnly StatedFor => AsOf ?? Wita.Day(RecordedAt);

    public bool RunsOn(DateOnly day) => Since <= day && (Until is null || Until >= day);

    /// <summary>Rupiah in a year; what is given once counts once.</summary>
    public long? InOneYear => Amount * Rhythm switch { Rhythm.Monthly => 12, Rhythm.Quarterly => 4, _ => 1 };

    internal sealed class Mapping : IEntityTypeConfiguration<ProgrammeParticipation>
    {
        public void Configure(EntityTypeBuilder<ProgrammeParticipation> participation)
        {
            participation.HasKey(p => p.Id);
            participation.Ignore(p => p.InOneYear);
            participation.Ignore(p => p.StatedFor);
            participation.HasIndex(p => p.PersonId);
            participation.HasIndex(p => new { p.Programme, p.Since });
        }
    }
}
