using Layar.Cases.Contracts;
using Layar.Intake.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Intake.Reports;

/// <summary>
/// What somebody told the office, once. It never changes; only the case it belongs to may, when cases are joined or taken apart.
/// A secret report keeps its words, place and person in <see cref="SealedContent"/> alone.
/// </summary>
internal sealed class Report
{
    public const string ContentColumn = "report.sealed_content";
    public const string ContactColumn = "report.sealed_contact";

    public required ReportId Id { get; init; }

    public required CaseId CaseId { get; set; }

    /// <summary>The case that this report opened.</summary>
    public required CaseId OriginalCaseId { get; init; }

    /// <summary>The eight symbols of the ticket code.</summary>
    public required string Code { get; init; }

    /// <summary>web, api, phone, whatsapp, village, walk-in</summary>
    public required string Channel { get; init; }

    /// <summary>self, family, neighbour, officer</summary>
    public required string Whom { get; init; }

    public required string Problem { get; init; }

    public string? Service { get; init; }

    public required bool Emergency { get; init; }

    public string? Story { get; init; }

    public string? Area { get; init; }

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    public int? AccuracyMetres { get; init; }

    public string? Landmark { get; init; }

    /// <summary>Story, place and person of a secret report, as JSON.</summary>
    public byte[]? SealedContent { get; init; }

    public required string ContactChannel { get; init; }

    public byte[]? SealedContact { get; init; }

    public byte[]? ContactIndex { get; init; }

    /// <summary>Keyed fingerprint of the last four digits, of no use for another report.</summary>
    public byte[]? LastFour { get; init; }

    public required Secrecy Secrecy { get; init; }

    public string? ConsentVersion { get; init; }

    public required int PhotosExpected { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required DateTime FirstAnswerDue { get; init; }

    /// <summary>Keyed fingerprint of what was sent, to tell a repetition from another content under the same id.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>Keyed fingerprint of the link's secret.</summary>
    public required byte[] LinkIndex { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> report)
        {
            report.HasKey(r => r.Id);
            report.HasIndex(r => r.Code).IsUnique();
            report.HasIndex(r => r.LinkIndex).IsUnique();
            report.HasIndex(r => r.CaseId);
            report.HasIndex(r => r.OriginalCaseId);
            report.HasIndex(r => r.ContactIndex);
        }
    }
}

/// <summary>Who may know of the reporter.</summary>
internal enum Secrecy
{
    /// <summary>Officers of the case may know the name.</summary>
    Open,

    /// <summary>The name is not written down.</summary>
    Anonymous,

    /// <summary>Only named officers see anything of it.</summary>
    Secret,
}
