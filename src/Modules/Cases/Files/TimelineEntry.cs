using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Kernel.Acts;

namespace Layar.Cases.Files;

/// <summary>An act in people's words.</summary>
internal sealed record TimelineEntry(string Icon, string Title, string By, string? Reason, string? Words, string When, DateTime At)
{
    public static TimelineEntry Of(Act act, CaseWords words) => new(
        Enum.TryParse<CaseActKind>(act.Kind, out var kind) ? ActRoutes.Of(kind).Icon : act.Kind switch { "CaseOpened" => "inbox", CaseCorrection.Kind => "pencil", _ => "circle" },
        words.Did(act.Kind), Who(act, words), words.Reason(Code(act)), act.Reason, CaseWords.Moment(act.At), act.At);

    private static string Who(Act act, CaseWords words)
    {
        if (act.ActorRole == CaseWorkflow.Reporter) return words.Text("cases.case.by.reporter");
        if (act.ActorRole == CaseWorkflow.System) return words.Text("cases.case.by.system");
        var by = words.Text("cases.case.by", act.ActorName, words.Role(act.ActorRole));
        return act.OnBehalfOf is null ? by : $"{by}, {words.Text("cases.case.behalf", act.OnBehalfOf)}";
    }

    private static string? Code(Act act)
    {
        if (act.After is null) return null;
        using var after = JsonDocument.Parse(act.After);
        return after.RootElement.ValueKind == JsonValueKind.Object && after.RootElement.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
    }
}
