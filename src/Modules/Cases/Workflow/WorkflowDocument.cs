using System.Text;
using Layar.Cases.Contracts;
using Layar.Kernel.Texts;

namespace Layar.Cases.Workflow;

/// <summary>Writes docs/workflow.md from the table; a test holds the file to it.</summary>
internal sealed class WorkflowDocument(TextCatalogue texts)
{
    public string Write()
    {
        var page = new StringBuilder();
        page.Append("# Workflow of a case\n\nVersion ").Append(CaseWorkflow.Version)
            .Append(". Written by `layar workflow-doc` from `CaseWorkflow`; change the table, not this page.\n\n## Steps\n\n")
            .Append("| Step | Staff say | Citizen reads | Held by | Clock | Citizen's step |\n|---|---|---|---|---|---|\n");
        foreach (var step in Enum.GetValues<CaseStep>()) Step(page, Steps.Of(step));
        page.Append("\n## Acts\n\n");
        foreach (var step in Enum.GetValues<CaseStep>()) Acts(page, step);
        Duties(page);
        return page.ToString();
    }

    private void Step(StringBuilder page, StepInfo info) => page.Append("| `").Append(info.Step).Append("` | ")
        .Append(texts.Official($"cases.step.{info.Step}")).Append(" | ").Append(texts.Official($"cases.citizen.{info.Step}")).Append(" | ")
        .Append(info.Holders.Count == 0 ? "–" : string.Join(", ", info.Holders)).Append(" | ")
        .Append(info.Clock ?? (info.IsOpen ? "until the day chosen" : "closed")).Append(info.Pauses ? ", promise paused" : "").Append(" | ")
        .Append(texts.Official($"cases.public.{info.Public}")).Append(" |\n");

    private void Acts(StringBuilder page, CaseStep step)
    {
        page.Append("### ").Append(step).Append(": ").Append(texts.Official($"cases.step.{step}"))
            .Append("\n\n| Act | Button | Leads to | Roles | Reason | Citizen's step reached |\n|---|---|---|---|---|---|\n");
        foreach (var row in CaseWorkflow.Rows.Where(r => r.From == step))
            page.Append("| `").Append(row.Act).Append('`').Append(row.Main ? " (main)" : "").Append(" | ").Append(texts.Official($"cases.act.{row.Act}")).Append(" | ")
                .Append(row.To.Back ? "back to where it came from" : row.To.Step is { } to ? $"`{to}`" : "stays").Append(" | ")
                .Append(string.Join(", ", row.Roles)).Append(" | ").Append(row.Reason ? "yes" : "").Append(" | ")
                .Append(row.Reaches is { } reached ? texts.Official($"cases.public.{reached}") : "").Append(" |\n");
        page.Append('\n');
    }

    private static void Duties(StringBuilder page)
    {
        page.Append("## Separation of duties\n\nWho did one of the acts on the right in a case may not do the act on the left in it.\n\n| Act | Not after |\n|---|---|\n");
        foreach (var act in Enum.GetValues<CaseActKind>().Where(a => SeparationOfDuties.Excluding(a).Count > 0))
            page.Append("| `").Append(act).Append("` | ").AppendJoin(", ", SeparationOfDuties.Excluding(act).Select(e => $"`{e}`")).Append(" |\n");
    }
}
