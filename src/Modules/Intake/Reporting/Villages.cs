using Layar.Areas.Contracts;
using Layar.Kernel.Installations;
using Layar.Ui.Components;

namespace Layar.Intake.Reporting;

/// <summary>Villages of the office as one list grouped by kecamatan, so that it works without scripts.</summary>
internal sealed class Villages(Installation installation, IAreas? areas = null)
{
    public IReadOnlyList<Choice> Choices => areas is null
        ? []
        : [.. areas.Below(installation.AreaCode).SelectMany(d => areas.Below(d.Code), (d, v) => new Choice(v.Code, v.Name, Group: d.Name))];

    /// <summary>"Tabuan, Halong"</summary>
    public string? Describe(string? code) => code is null ? null : areas?.Describe(code) ?? code;
}
