using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Merge;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Installations;
using Layar.Kernel.Numbers;
using Layar.People.Contracts;
using Layar.Ui.Components;

namespace Layar.Cases.Completeness.CheckReport;

/// <summary>What the page of one check shows.</summary>
internal sealed record CheckView
{
    public required CaseFile File { get; init; }
    public required bool MayCheck { get; init; }
    public required bool MayAsk { get; init; }
    public required CaseChecklist Checklist { get; init; }
    public required PersonCard? Person { get; init; }
    public required IReadOnlyList<string> NikWarnings { get; init; }
    public required IReadOnlyList<Choice> Photos { get; init; }
    public required IReadOnlyList<Choice> Services { get; init; }
    public required IReadOnlyList<Choice> Suggested { get; init; }
    public required IReadOnlyList<Choice> Areas { get; init; }
    public required string? Place { get; init; }
    public required IReadOnlyList<Choice> Circumstances { get; init; }

    /// <summary>The open case most like this one, when it is much like it and the officer may merge.</summary>
    public required SimilarCase? Alike { get; init; }
}

/// <summary>One document of the list on its page.</summary>
internal sealed record CheckedLine(CheckModel Page, ChecklistLine Line);

internal sealed class CheckReading(
    Checklists checklists, CasePhotos photos, IPersons persons, ICatalogue catalogue, ITriage triage, SimilarCases similar, Installation installation, IAreas areas)
{
    private static readonly Circumstances[] Tickable =
    [
        Catalogue.Contracts.Circumstances.UnknownIdentity, Catalogue.Contracts.Circumstances.NoFamily, Catalogue.Contracts.Circumstances.Registered,
        Catalogue.Contracts.Circumstances.Represented, Catalogue.Contracts.Circumstances.OutsideArea, Catalogue.Contracts.Circumstances.Newborn,
        Catalogue.Contracts.Circumstances.Surgery,
    ];

    public async Task<CheckView> Of(CaseFile file, StaffMember member, CancellationToken stop)
    {
        var person = file.PersonId is { } id ? await persons.Find(id, stop) : null;
        var list = await checklists.Of(file, person?.Facts, stop);
        var services = catalogue.Services(checklists.Today);
        return new CheckView
        {
            File = file,
            MayCheck = CheckDocuments.Allowed(file.Step, member),
            MayAsk = CaseWorkflow.Find(file.Step, CaseActKind.RequestCompletion) is { } row && member.HasAny(row.Roles),
            Checklist = list,
            Person = person,
            NikWarnings = Warnings(person?.Facts, checklists.Today),
            Photos = [.. (await photos.Of(file, member, stop)).Select(p => new Choice(p.FileId.Value.ToString(), p.Label))],
            Services = [.. services.Select(s => new Choice(s.Code, s.Name.ToString()))],
            Suggested = list.Service is null ? Suggest(file, services) : [],
            Areas = Villages(),
            Place = areas.Describe(person?.Facts.Area ?? file.Area) ?? person?.Facts.Area ?? file.Area,
            Alike = await Alike(file, member, stop),
            Circumstances = [.. Tickable.Where(Matters(list)).Select(c => new Choice(c.ToString(), $"completeness.circumstance.{c}"))],
        };
    }

    private async Task<SimilarCase?> Alike(CaseFile file, StaffMember member, CancellationToken stop) =>
        CaseWorkflow.Find(file.Step, CaseActKind.Merge) is { } row && member.HasAny(row.Roles) ? (await similar.Of(file, member, stop)).FirstOrDefault(s => s.Suggested) : null;

    private Func<Circumstances, bool> Matters(CaseChecklist list) => c =>
        list.Service is { } service && (list.Circumstances.HasFlag(c) || service.Requirements.Any(r => ((r.OnlyIf | r.WaivedIf) & c) != 0));

    private List<Choice> Suggest(CaseFile file, IReadOnlyList<Service> offered)
    {
        var usual = catalogue.Problems.FirstOrDefault(p => p.Code == file.Problem)?.DefaultService;
        var words = triage.Suggest($"{file.Title}. {file.Excerpt}", checklists.Today).Services;
        var codes = words.Select(s => s.Code).Prepend(usual).OfType<string>().Distinct(StringComparer.Ordinal).Take(3);
        return [.. codes.Select(code => offered.FirstOrDefault(s => s.Code == code)).OfType<Service>().Select(s => new Choice(s.Code, s.Name.ToString(),
            words.FirstOrDefault(w => w.Code == s.Code) is { } why ? string.Join(", ", why.Words) : null))];
    }

    private List<string> Warnings(PersonFacts? facts, DateOnly today)
    {
        if (facts?.Nik is null || !Nik.Parse(facts.Nik).TryGet(out var nik, out _)) return [];
        NumberSex? sex = facts.Sex switch { "L" => NumberSex.Male, "P" => NumberSex.Female, _ => null };
        return [.. NikReading.Of(nik, new NikContext(today, facts.BirthDate, sex, installation.Demo)).Warnings.Select(w => $"completeness.nik.{w}")];
    }

    private List<Choice> Villages() =>
        [.. areas.Below(installation.AreaCode).SelectMany(d => areas.Below(d.Code), (d, v) => new Choice(v.Code, v.Name, Group: d.Name))];
}
