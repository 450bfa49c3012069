using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;

namespace Layar.Intake.Tracking;

/// <summary>Where a report stands, in words for its reporter.</summary>
internal sealed record Progress
{
    public required CaseSummary Case { get; init; }

    /// <summary>The step in one or two words.</summary>
    public required string Title { get; init; }

    public required string Tone { get; init; }

    /// <summary>What happens next, or what the reporter must do.</summary>
    public required string Next { get; init; }

    public DateTime? Due { get; init; }

    public required IReadOnlyList<(PublicStep Key, DateTime? At)> Steps { get; init; }

    /// <summary>Why it ended without help, or was put off, in words of the catalogue.</summary>
    public Reason? Reason { get; init; }

    public static Progress Of(CaseSummary summary, ICatalogue catalogue, TextCatalogue texts) => new()
    {
        Case = summary,
        Title = texts[$"intake.step.{summary.Step}", summary.PostponedUntil is { } until ? Wita.Date(until) : ""],
        Tone = summary.Step switch
        {
            CaseStep.AwaitingReporter or CaseStep.Postponed => "amber",
            CaseStep.UrgentResponse or CaseStep.Rejected => "red",
            CaseStep.Withdrawn or CaseStep.Archived or CaseStep.Merged => "grey",
            _ => "teal",
        },
        Next = texts[$"intake.next.{summary.Step}"],
        Due = summary.Open && summary.Step is not (CaseStep.Postponed or CaseStep.AwaitingReporter) ? summary.NextDueAt : null,
        Steps = [.. Enum.GetValues<PublicStep>().Select(s => (s, summary.Milestones.TryGetValue(s, out var at) && Reached(summary, s) ? at : (DateTime?)null))],
        Reason = summary.ReasonCode is { } code && summary.Step is CaseStep.Rejected or CaseStep.Postponed or CaseStep.ReferredOut or CaseStep.Archived or CaseStep.Withdrawn
            ? catalogue.Reason(summary.ReasonCode!) : null,
    };

    // A case that went back has milestones ahead of where it stands now; they will come again.
    private static bool Reached(CaseSummary summary, PublicStep step) => !summary.Open || step < summary.UnderWay || step == PublicStep.Received;
}

/// <summary>The case that a report belongs to now, through every joining.</summary>
internal sealed class MainCase(ICases cases)
{
    private const int LongestChain = 10;

    public async Task<CaseSummary> Of(CaseId id, CancellationToken stop)
    {
        var summary = await Find(id, stop);
        for (var i = 0; i < LongestChain && summary is { Step: CaseStep.Merged, MergedInto: { } main }; i++) summary = await Find(main, stop);
        return summary;
    }

    private async Task<CaseSummary> Find(CaseId id, CancellationToken stop) =>
        await cases.Find(id, stop) ?? throw new InvalidOperationException($"Case {id.Value} of a report is missing.");
}
