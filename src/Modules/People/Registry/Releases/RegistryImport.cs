using Layar.Kernel.Scheduling;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Registry.Releases;

/// <summary>Where an import stands. Rows count only in <see cref="Committed"/>.</summary>
internal enum ImportState
{
    /// <summary>Files are here; somebody looks at the mapping.</summary>
    Uploaded,

    /// <summary>Waits for the job that reads.</summary>
    Waiting,

    Reading,

    /// <summary>The dry run is done: its rows lie aside and count nowhere.</summary>
    Tried,

    Committed,

    /// <summary>Taken back, or thrown away before it counted; its rows go away step by step.</summary>
    Undone,

    Discarded,

    /// <summary>Could not be read; <see cref="RegistryImport.Fault"/> says why and where.</summary>
    Failed,
}

/// <summary>One set of files of a release, from the upload to the day it is taken back.</summary>
internal sealed class RegistryImport : IDoneInTurns
{
    public required RegistryImportId Id { get; init; }

    public required RegistryKind Kind { get; set; }

    public required DateOnly AsOf { get; set; }

    public required ImportState State { get; set; }

    /// <summary>Names of the files as people know them.</summary>
    public required string Title { get; set; }

    /// <summary>SHA-256 over the files in their order.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>JSON list of <see cref="ImportFile"/>.</summary>
    public required string Files { get; set; }

    /// <summary>JSON of the mapping somebody corrected; null while the house's own reading holds.</summary>
    public string? Mapping { get; set; }

    /// <summary>JSON of the dry run.</summary>
    public string? Result { get; set; }

    /// <summary>Kecamatan that the files name, with commas; a person who is missing left only when the kecamatan is here.</summary>
    public string? Districts { get; set; }

    /// <summary>Imports with which the dry run compared, with commas; when others are in force by now, it must be run again.</summary>
    public string? ComparedWith { get; set; }

    /// <summary>Text key of what went wrong.</summary>
    public string? Fault { get; set; }

    /// <summary>JSON list of the values in that text.</summary>
    public string? FaultValues { get; set; }

    public required long BytesTotal { get; set; }

    public long BytesDone { get; set; }

    public int RowsDone { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>Last sign of life of the process that reads.</summary>
    public DateTime? BeatAt { get; set; }

    /// <summary>The process that reads.</summary>
    public string? Worker { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime? CommittedAt { get; set; }

    public string? CommittedBy { get; set; }

    public DateTime? UndoneAt { get; set; }

    /// <summary>Rows of an import that does not count are still to be deleted.</summary>
    public bool Clearing { get; set; }

    public required int Version { get; set; }

    internal sealed class Mapped : IEntityTypeConfiguration<RegistryImport>
    {
        public void Configure(EntityTypeBuilder<RegistryImport> import)
        {
            import.HasKey(i => i.Id);
            import.Property(i => i.Version).IsConcurrencyToken();
            import.HasIndex(i => new { i.State, i.AsOf });
        }
    }
}

/// <param name="Name">as uploaded</param>
/// <param name="Place">sealed upload in the data folder, or the path a person named in the terminal</param>
/// <param name="Sealed">lies in the data folder</param>
internal sealed record ImportFile(string Name, string Place, bool Sealed, long Bytes);
