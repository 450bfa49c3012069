using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Acts;

/// <summary>What can be chosen in an act on this case.</summary>
internal sealed class ActChoices(ICatalogue catalogue, IProgrammes programmes, ITriage triage, IServiceProvider services, CaseWords words)
{
    public async Task<IReadOnlyList<Choice>> For(CaseActKind act, CaseFile file, CancellationToken stop) => act switch
    {
        CaseActKind.Forward => [.. Divisions(file)],
        CaseActKind.AssignProgramme => [.. Programmes(file)],
        CaseActKind.ReferOut => [.. Agencies(file)],
        CaseActKind.NameOfficer => [.. (await Officers(stop)).Select(o => new Choice(o.StaffId.ToString("N"), o.Title is null ? o.Name : $"{o.Name} · {o.Title}"))],
        _ => [],
    };

    public IEnumerable<Choice> Reasons(ActForm form) =>
        form.Codes is { } kind ? catalogue.Reasons(kind).Select(r => new Choice(r.Code, r.Label.ToString(), words.Text("cases.form.code.reads", r.Text))) : [];

    public bool AnyWithoutNote(ActForm form) => form.Codes is { } kind && catalogue.Reasons(kind).Any(r => !r.NeedsNote);

    public async Task<IReadOnlyList<NameableOfficer>> Officers(CancellationToken stop) =>
        services.GetService<IOfficerDirectory>() is { } directory ? await directory.All(stop) : [];

    /// <summary>The division that owns the service stands first.</summary>
    private IEnumerable<Choice> Divisions(CaseFile file)
    {
        var owner = file.Service is null ? null : catalogue.Instance.DivisionOf(file.Service)?.Code;
        return catalogue.Instance.Divisions.OrderBy(d => d.Code == owner ? 0 : 1)
            .Select(d => new Choice(d.Code, d.Name.ToString(), d.Code == owner ? words.Text("cases.form.suggested") : null));
    }

    /// <summary>What the division may grant or propose; what leads from the service of the case stands first.</summary>
    private IEnumerable<Choice> Programmes(CaseFile file) => programmes.On(Wita.Day(words.Now)).Where(p => p.Division == file.Division).OrderBy(p => p.Code == file.Service ? 0 : p.Service == file.Service ? 1 : 2)
        .Select(p => new Choice(p.Code, p.Name.ToString(), p.Service == file.Service ? words.Text("cases.form.suggested") : null));

    private IEnumerable<Choice> Agencies(CaseFile file)
    {
        var suggested = triage.Suggest($"{file.Title} {file.Excerpt}", Wita.Day(words.Now)).Agencies.Select(a => a.Code).ToList();
        return catalogue.Agencies.OrderBy(a => suggested.IndexOf(a.Code) is var place && place < 0 ? int.MaxValue : place)
            .Select(a => new Choice(a.Code, a.Name.ToString(), Group: suggested.Contains(a.Code) ? "cases.form.suggested" : suggested.Count > 0 ? "cases.form.others" : null));
    }
}
