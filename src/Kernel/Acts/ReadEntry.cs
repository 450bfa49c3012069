using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Kernel.Acts;

public readonly record struct ReadEntryId(Guid Value) : IEntityId<ReadEntryId>
{
    public static ReadEntryId From(Guid value) => new(value);
}

/// <summary>Somebody opened the file of a person or a case, and why. Append-only.</summary>
public sealed class ReadEntry
{
    public required ReadEntryId Id { get; init; }

    public required DateTime At { get; init; }

    public required Guid StaffId { get; init; }

    public required string StaffName { get; init; }

    public required string Role { get; init; }

    /// <summary><c>case</c>, <c>person</c>, <c>photo</c>, <c>letter</c>.</summary>
    public required string SubjectKind { get; init; }

    public required Guid Subject { get; init; }

    /// <summary>Stated purpose, or the work step that needed it.</summary>
    public required string Purpose { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<ReadEntry>
    {
        public void Configure(EntityTypeBuilder<ReadEntry> entry)
        {
            entry.HasKey(e => e.Id);
            entry.HasIndex(e => new { e.Subject, e.At });
            entry.HasIndex(e => new { e.StaffId, e.At });
            entry.HasIndex(e => e.At);
        }
    }
}

/// <summary>Writes read entries; the page is served only after its entry is durable.</summary>
public sealed class ReadLog(GroupCommit writer, TimeProvider clock)
{
    public Task Opened(Actor reader, string subjectKind, Guid subject, string purpose, CancellationToken stop)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        return writer.Write([new ReadEntry
        {
            Id = new ReadEntryId(Guid.CreateVersion7(at)), At = at, StaffId = reader.Id ?? Guid.Empty, StaffName = reader.Name,
            Role = reader.Role, SubjectKind = subjectKind, Subject = subject, Purpose = purpose,
        }], stop);
    }
}
