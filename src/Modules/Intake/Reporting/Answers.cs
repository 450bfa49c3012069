using Layar.Catalogue.Contracts;
using Layar.Intake.Submission;
using Layar.Ui.Components;

namespace Layar.Intake.Reporting;

/// <summary>What can be answered to the questions of a report, on the pages of the server and on the phone.</summary>
internal static class Answers
{
    public static IReadOnlyList<Choice> Danger { get; } =
        [new("yes", "intake.danger.yes", Icon: "bell"), new("no", "intake.danger.no"), new("unknown", "intake.danger.unknown")];

    public static IReadOnlyList<Choice> Whom { get; } = [.. ReportRules.ForWhom.Select(w => new Choice(w, "intake.whom." + w))];

    public static IReadOnlyList<Choice> Ages { get; } = [.. ReportRules.AgeGroups.Select(a => new Choice(a, "intake.age." + a))];

    public static IReadOnlyList<Choice> Sexes { get; } = [.. ReportRules.Sexes.Select(s => new Choice(s, "intake.sex." + s))];

    public static IReadOnlyList<Choice> Channels { get; } =
        [new("whatsapp", "intake.contact.whatsapp", Icon: "brand-whatsapp"), new("phone", "intake.contact.phone", Icon: "phone"), new("none", "intake.contact.none", "intake.contact.none.hint")];

    public static IReadOnlyList<string> SecrecyLevels { get; } = ["open", "anonymous", "secret"];

    public static IReadOnlyList<Choice> Secrecy { get; } = [.. SecrecyLevels.Select(s => new Choice(s, "intake.secrecy." + s, $"intake.secrecy.{s}.hint"))];

    public static IReadOnlyList<Choice> Problems(ICatalogue catalogue) => [.. catalogue.Problems.Select(p => new Choice(p.Code, $"{p.Text}", $"{p.Hint}", p.Icon))];

    /// <summary>The problem that leads to a service; the last one, "something else", when none does.</summary>
    public static Problem ProblemOf(ICatalogue catalogue, string service) => catalogue.Problems.FirstOrDefault(p => p.DefaultService == service) ?? catalogue.Problems[^1];

    /// <summary>Violence and its like begin as secret; the reporter may choose otherwise.</summary>
    public static bool KeptSecret(ICatalogue catalogue, Problem problem) =>
        problem.Ppks.Count > 0 && problem.Ppks.All(code => catalogue.PpksTypes.Any(t => t.Code == code && t.Sensitive));
}
