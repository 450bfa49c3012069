using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;

namespace Layar.Cases.Files;

/// <summary>An act in people's words.</summary>
/// <param name="Others">numbers of the cases that this one was joined to or parted from</param>
/// <param name="Likeness">points by which two joined cases were alike; null when nobody counted them</param>
internal sealed record TimelineEntry(string Icon, string Title, string By, string? Reason, string? Words, string When, DateTime At, IReadOnlyList<string> Others, int? Likeness)
{
    /// <summary>Something stands below the title.</summary>
    public bool More => Others.Count > 0 || Reason is not null || Words is not null;

    public static TimelineEntry Of(ShownAct act, CaseWords words)
    {
        using var after = act.After is null ? null : JsonDocument.Parse(act.After);
        var said = after?.RootElement ?? default;
        var more = Part(said, "more") ?? said;
        return new(
            Enum.TryParse<CaseActKind>(act.Kind, out var kind) ? ActRoutes.Of(kind).Icon : act.Kind switch { "CaseOpened" => "inbox", CaseCorrection.Kind => "pencil", "ReportsJoined" => "arrow-merge", "ReportsTaken" => "arrows-split", _ => "circle" },
            words.Did(act.Kind), Who(act, words), words.Reason(Text(said, "code")), act.Reason, CaseWords.Moment(act.At), act.At,
            [.. Numbers(more)], Part(more, "likeness") is { ValueKind: JsonValueKind.Number } points ? points.GetInt32() : null);
    }

    private static string Who(ShownAct act, CaseWords words)
    {
        if (act.ActorRole == CaseWorkflow.Reporter) return words.Text("cases.case.by.reporter");
        if (act.ActorRole == CaseWorkflow.System) return words.Text("cases.case.by.system");
        var by = words.Text("cases.case.by", act.ActorName, words.Role(act.ActorRole));
        return act.OnBehalfOf is null ? by : $"{by}, {words.Text("cases.case.behalf", act.OnBehalfOf)}";
    }

    private static IEnumerable<string> Numbers(JsonElement said)
    {
        if (Text(said, "into") is { } into) yield return into;
        if (Part(said, "cases") is not { ValueKind: JsonValueKind.Array } cases) yield break;
        foreach (var one in cases.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String)) yield return one.GetString()!;
    }

    private static JsonElement? Part(JsonElement said, string name) =>
        said.ValueKind == JsonValueKind.Object && said.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;

    private static string? Text(JsonElement said, string name) => Part(said, name) is { ValueKind: JsonValueKind.String } part ? part.GetString() : null;
}
