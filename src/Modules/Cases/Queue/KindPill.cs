using Layar.Cases.Workflow;

namespace Layar.Cases.Queue;

/// <summary>Small marks of a case in a list.</summary>
internal sealed record KindPill(string? Tone, string Text, string? Icon = null)
{
    public static IEnumerable<KindPill> Of(QueueRow row, CaseWords words)
    {
        if (row.Social == false) yield return new("grey", row.Agency is null ? words.Text("cases.kind.not-social") : $"{words.Text("cases.kind.not-social")} · {words.Agency(row.Agency)}");
        else yield return new(Tones.GetValueOrDefault(row.Problem, "teal"), row.Ppks is null ? words.ProblemBriefly(row.Problem) : words.Ppks(row.Ppks)!);
        if (row.Emergency) yield return new("red", words.Text("cases.kind.emergency"));
        if (row.ReportCount > 1) yield return new("amber", words.Text("cases.kind.merged", row.ReportCount), "copy");
    }

    private static readonly Dictionary<string, string> Tones = new()
    {
        ["odgj"] = "violet", ["anak"] = "violet", ["kekerasan"] = "violet", ["alat-bantu"] = "blue", ["disabilitas"] = "blue",
    };
}
