using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Cases.Visits.Merging;

internal readonly record struct FieldChangeId(Guid Value) : IEntityId<FieldChangeId>
{
    public static FieldChangeId From(Guid value) => new(value);
}

/// <summary>
/// Applied counts; Agreed said what stood there already; Conflict waits for a person; Kept was decided for what stood there; Replaced was
/// followed by a later word of the same officer; Late came when the visit was over.
/// </summary>
internal enum ChangeState { Applied, Agreed, Conflict, Kept, Replaced, Late }

/// <summary>One answer to one question as somebody gave it, over what it was given, and what became of it. Never deleted.</summary>
internal sealed class FieldChange
{
    public const string ValuesColumn = "field_change.sealed_values";

    /// <summary>Made where the answer was typed, so that sending twice is harmless.</summary>
    public required FieldChangeId Id { get; init; }

    public required HomeVisitId VisitId { get; init; }

    public required string Question { get; init; }

    public required ChangeState State { get; set; }

    /// <summary>Version of the answer that the officer had before the eyes; 0 when nobody had answered; of an agreement, the version agreed with.</summary>
    public required int Base { get; init; }

    /// <summary>1, 2, 3 … of what counted for this question; null when it never did.</summary>
    public int? Version { get; set; }

    /// <summary>A <see cref="ChangedValues"/>.</summary>
    public required byte[] SealedValues { get; set; }

    public required Guid StaffId { get; init; }

    public required string StaffName { get; init; }

    /// <summary>The phone that carried it; null when it was typed at the office's own page.</summary>
    public Guid? DeviceId { get; init; }

    /// <summary>What the clock of the phone said; shown, never compared.</summary>
    public DateTime? SaidAt { get; init; }

    public required DateTime At { get; init; }

    public string? SettledBy { get; set; }

    public DateTime? SettledAt { get; set; }

    /// <summary>The change that this one takes back.</summary>
    public Guid? UndoesId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FieldChange>
    {
        public void Configure(EntityTypeBuilder<FieldChange> change)
        {
            change.HasKey(c => c.Id);
            change.HasIndex(c => new { c.VisitId, c.Question, c.Version }).IsUnique();
        }
    }
}

/// <param name="Given">what was typed</param>
/// <param name="Over">what stood there when it was applied, or when it collided</param>
internal sealed record ChangedValues(string[] Given, string[] Over);
