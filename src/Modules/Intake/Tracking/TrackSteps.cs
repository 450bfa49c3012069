using Layar.Cases.Contracts;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Ui.Components;

namespace Layar.Intake.Tracking;

/// <summary>The way of a report as the list of steps on the page.</summary>
internal static class TrackSteps
{
    private static readonly Dictionary<PublicStep, string> Icons = new()
    {
        [PublicStep.Received] = "inbox", [PublicStep.Complete] = "clipboard-check", [PublicStep.Visit] = "home", [PublicStep.Review] = "eye-check",
        [PublicStep.Forwarded] = "route", [PublicStep.Letter] = "file-certificate", [PublicStep.HandedOver] = "rubber-stamp",
    };

    /// <summary>What was reached and what comes; nothing comes any more once the report is closed.</summary>
    /// <param name="datesOnly">code alone: nothing but when a step was reached</param>
    public static IReadOnlyList<Step> Of(Progress progress, TextCatalogue texts, bool datesOnly) =>
        [.. progress.Steps.Where(s => progress.Case.Open || s.At is not null).Select(s => new Step(texts[$"intake.public.{s.Key}"], State(progress.Case, s.Key, s.At), Note(progress, s.Key, s.At, texts, datesOnly), Icons[s.Key]))];

    private static StepState State(CaseSummary summary, PublicStep step, DateTime? at) =>
        summary.Open && step == summary.UnderWay ? StepState.Now : at is null ? StepState.Next : StepState.Done;

    private static string? Note(Progress progress, PublicStep step, DateTime? at, TextCatalogue texts, bool datesOnly)
    {
        if (progress.Case.Open && step == progress.Case.UnderWay)
        {
            if (datesOnly) return null;
            if (step == PublicStep.Visit && progress.Case.VisitFrom is { } visit) return texts["intake.track.visit-at", Wita.Brief(visit)];
            return progress.Due is { } due ? texts["intake.track.by", Wita.Brief(due)] : null;
        }
        return at is { } reached ? Wita.Brief(reached) : null;
    }
}
