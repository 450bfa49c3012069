using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Planning.Replays;

internal readonly record struct ReplayId(Guid Value) : IEntityId<ReplayId>
{
    public static ReplayId From(Guid value) => new(value);
}

internal enum ReplayState { Waiting, Running, Done, Failed }

/// <summary>A rule tried out on everybody. Its figures stay as they were on the day, whatever changes later.</summary>
internal sealed class Replay : IDoneInTurns
{
    public required ReplayId Id { get; init; }

    public required string Code { get; init; }

    /// <summary>The version that is tried out; null for the rule in force.</summary>
    public required ProgrammeVersionId? VersionId { get; init; }

    /// <summary>The day on which the rules are asked: today, or the first day of the version when that is later.</summary>
    public required DateOnly Day { get; init; }

    public required ReplayState State { get; set; }

    /// <summary>Text key of why it failed.</summary>
    public string? Fault { get; set; }

    /// <summary>JSON of <see cref="Counting.ReplayResult"/>.</summary>
    public string? Result { get; set; }

    /// <summary>Persons and cases to read, at most.</summary>
    public int RowsTotal { get; set; }

    public int RowsDone { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>Last sign of life of the process that counts.</summary>
    public DateTime? BeatAt { get; set; }

    public string? Worker { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Replay>
    {
        public void Configure(EntityTypeBuilder<Replay> replay)
        {
            replay.HasKey(r => r.Id);
            replay.Property(r => r.Version).IsConcurrencyToken();
            replay.HasIndex(r => new { r.State, r.CreatedAt });
            replay.HasIndex(r => new { r.Code, r.CreatedAt });
        }
    }
}
