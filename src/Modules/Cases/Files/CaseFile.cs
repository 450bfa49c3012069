using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Cases.Files;

/// <summary>
/// The work file of one need over time. Several reports may belong to it; it may concern a person, a family, a group, a
/// community or somebody unknown. Every change goes through <see cref="Workflow.CaseProcess"/>.
/// </summary>
internal sealed class CaseFile
{
    public required CaseId Id { get; init; }

    /// <summary>Code of the first report; what people say on the telephone.</summary>
    public required string Number { get; init; }

    public required int WorkflowVersion { get; init; }

    public required CaseStep Step { get; set; }

    /// <summary>The step to which Back leads, when the case is off the main road.</summary>
    public CaseStep? BackStep { get; set; }

    public required DateTime StepSince { get; set; }

    public required string Problem { get; set; }

    public string? Service { get; set; }

    public string? Ppks { get; set; }

    public string? Division { get; set; }

    public string? Programme { get; set; }

    /// <summary>The agency it was referred to.</summary>
    public string? Agency { get; set; }

    /// <summary>One line for lists; official words, not the citizen's.</summary>
    public required string Title { get; set; }

    /// <summary>Beginning of the story for lists; null when the report is secret.</summary>
    public string? Excerpt { get; set; }

    public string? Area { get; set; }

    /// <summary>Kecamatan of <see cref="Area"/>, for lists and scopes.</summary>
    public string? District { get; set; }

    public required string Channel { get; init; }

    public required bool Emergency { get; set; }

    /// <summary>A report of this case is secret: only named officers see it.</summary>
    public required bool Secret { get; set; }

    /// <summary>Null until somebody decided whether it is a social problem.</summary>
    public bool? Social { get; set; }

    public PersonId? PersonId { get; set; }

    public int ReportCount { get; set; } = 1;

    public int PhotoCount { get; set; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>Due time of the clock that runs now; lists sort by it.</summary>
    public DateTime? NextDueAt { get; set; }

    /// <summary>Day on which the whole case should be finished, as promised to the reporter.</summary>
    public DateTime? PromisedAt { get; set; }

    public DateTime? PausedAt { get; set; }

    public DateTime? PostponedUntil { get; set; }

    public DateTime? FirstAnsweredAt { get; set; }

    public DateTime? ClosedAt { get; set; }

    public required bool Open { get; set; }

    public string? ReasonCode { get; set; }

    /// <summary>Words for the reporter that go with the reason.</summary>
    public string? ReasonText { get; set; }

    public CaseId? MergedInto { get; set; }

    /// <summary>When each citizen's step was reached: <c>{"Received":"2026-…"}</c>.</summary>
    public required string Milestones { get; set; }

    public DateTime? VisitFrom { get; set; }

    public DateTime? VisitTo { get; set; }

    public string? VisitorName { get; set; }

    /// <summary>Name of the last act and of who did it, so that a second person sees what came between.</summary>
    public required string LastAct { get; set; }

    public required string LastActor { get; set; }

    public required DateTime LastActAt { get; set; }

    /// <summary>Counts changes; a form carries it, so that nobody overwrites unseen.</summary>
    public required int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseFile>
    {
        public void Configure(EntityTypeBuilder<CaseFile> file)
        {
            file.HasKey(f => f.Id);
            file.Property(f => f.Version).IsConcurrencyToken();
            file.HasIndex(f => f.Number).IsUnique();
            file.HasIndex(f => new { f.Step, f.NextDueAt, f.Id }, "step_due");
            // Open cases by due time, with every column that a view or a count asks for: lists filter and counts add up inside the index.
            file.HasIndex(f => new { f.NextDueAt, f.Id, f.Open, f.Step, f.Secret, f.District, f.Area, f.Emergency, f.PausedAt, f.ReceivedAt, f.Division, f.Agency, f.Problem, f.Channel }, "open_due")
                .HasFilter("open");
            file.HasIndex(f => new { f.District, f.NextDueAt, f.Id }, "open_district_due").HasFilter("open");
            file.HasIndex(f => new { f.Area, f.NextDueAt, f.Id }, "open_area_due").HasFilter("open");
            file.HasIndex(f => new { f.Agency, f.ReceivedAt, f.Id }, "agency_received").HasFilter("agency IS NOT NULL");
            file.HasIndex(f => new { f.ReceivedAt, f.Id }, "received");
            file.HasIndex(f => new { f.Area, f.ReceivedAt }, "area_received");
            file.HasIndex(f => f.PersonId, "person");
            file.HasIndex(f => f.MergedInto, "merged");
            file.HasIndex(f => new { f.ClosedAt, f.Id }, "closed").HasFilter("closed_at IS NOT NULL");
        }
    }
}

/// <summary>An officer named for a secret case.</summary>
internal sealed class CaseOfficer
{
    public required CaseId CaseId { get; init; }

    public required Guid StaffId { get; init; }

    public required string StaffName { get; init; }

    public required DateTime NamedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseOfficer>
    {
        public void Configure(EntityTypeBuilder<CaseOfficer> officer)
        {
            officer.HasKey(o => new { o.CaseId, o.StaffId });
            officer.HasIndex(o => o.StaffId);
        }
    }
}
