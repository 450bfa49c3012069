using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Catalogue.Versions;

/// <summary>One wording of a programme that the office wrote: a draft, or put in force from a day on. Its content has the form of programmes.json.</summary>
internal sealed class ProgrammeVersion
{
    public const string File = "programmes.json";

    public required ProgrammeVersionId Id { get; init; }

    public required string Code { get; init; }

    /// <summary>1, 2, 3 … of the versions that the office wrote for this programme.</summary>
    public required int Number { get; init; }

    public required VersionState State { get; set; }

    /// <summary>An object as in programmes.json.</summary>
    public required string Entry { get; set; }

    /// <summary>First day; the same as in the entry.</summary>
    public required DateOnly FromDay { get; set; }

    /// <summary>Why it is changed, for whoever puts it in force.</summary>
    public required string Note { get; set; }

    /// <summary>JSON list of the accounts that wrote in it; none of them may put it in force.</summary>
    public required string Writers { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public DateTime? ActivatedAt { get; set; }

    public string? ActivatedBy { get; set; }

    /// <summary>Why a version that was in force, or would have been, is taken back.</summary>
    public string? WithdrawnFor { get; set; }

    public required int Version { get; set; }

    public IReadOnlyList<Guid> WrittenBy => JsonSerializer.Deserialize<List<Guid>>(Writers)!;

    public ProgrammeEntry Read(Faults faults) => Read(Code, Entry, faults);

    public static ProgrammeEntry Read(string code, string entry, Faults faults)
    {
        using var document = JsonDocument.Parse(entry);
        var read = new Entry(faults, File, code, "", document.RootElement.Clone());
        var programme = ProgrammeReaders.Programme(read);
        read.Done();
        return programme;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ProgrammeVersion>
    {
        public void Configure(EntityTypeBuilder<ProgrammeVersion> version)
        {
            version.HasKey(v => v.Id);
            version.Property(v => v.Version).IsConcurrencyToken();
            version.Ignore(v => v.WrittenBy);
            version.HasIndex(v => new { v.Code, v.Number }).IsUnique();
            version.HasIndex(v => new { v.State, v.ChangedAt });
        }
    }
}
