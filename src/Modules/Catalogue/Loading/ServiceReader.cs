using System.Text.RegularExpressions;
using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Loading;

internal static partial class ServiceReader
{
    public static readonly IReadOnlySet<string> Roles = new HashSet<string>(StringComparer.Ordinal)
    {
        "operator", "frontoffice", "supervisor", "manajer", "kadis", "kabid", "kasi", "sekretaris", "puskesos", "tksk", "pendamping",
        "sopir", "shelter", "callcenter", "skpd", "perencana", "auditor", "dpo", "admin",
    };

    public static readonly IReadOnlySet<string> LetterKinds = new HashSet<string>(StringComparer.Ordinal)
    {
        "rekomendasi", "rekomendasi-pbi", "rujukan", "keterangan", "tugas", "pengantar", "serah-terima",
    };

    public static Service Read(Entry e)
    {
        var service = new Service
        {
            Code = e.Code(),
            Tile = e.Code("tile"),
            Name = e.Text("name"),
            Description = e.Text("description"),
            Requirements = [.. e.Entries("documents").Select(Requirement)],
            WorkingDays = e.Number("workingDays"),
            Cost = e.Text("cost"),
            Division = "",
            Spm = Spm(e.Object("spm")),
            LetterKind = e.OptionalString("letter"),
            Classification = e.String("classification"),
            Approval = Approval(e),
            HomeVisit = e.Flag("homeVisit"),
            Validity = e.Validity(),
        };
        if (service.WorkingDays is < 1 or > 90) e.Fault("workingDays", "must be 1 to 90");
        if (!ClassificationShape().IsMatch(service.Classification)) e.Fault("classification", $"'{service.Classification}' is no archive code");
        if (service.LetterKind is { } letter && !LetterKinds.Contains(letter)) e.Fault("letter", $"unknown kind of letter '{letter}'");
        if (service.LetterKind is null && service.Approval.Count > 0) e.Fault("approval", "there is no letter to approve");
        if (service.LetterKind is not null && service.Approval.Count == 0) e.Fault("approval", "a letter needs somebody who signs it");
        foreach (var lonely in service.Requirements.Where(r => r.Group is not null).GroupBy(r => r.Group).Where(g => g.Count() < 2))
            e.Fault("documents", $"group '{lonely.Key}' has a single document");
        return service;
    }

    public static Requirement Requirement(Entry e)
    {
        var requirement = new Requirement
        {
            Document = e.Code("code"),
            Need = e.Has("need") ? e.Choice<RequirementNeed>("need") : RequirementNeed.Required,
            Group = e.OptionalString("group"),
            OnlyIf = Circumstances(e, "onlyIf"),
            WaivedIf = Circumstances(e, "waivedIf"),
        };
        if (requirement.Need == RequirementNeed.OneOf != (requirement.Group is not null)) e.Fault("group", "goes with need one-of and only with it");
        e.Done();
        return requirement;
    }

    private static Circumstances Circumstances(Entry e, string field) =>
        e.Strings(field).Aggregate(Contracts.Circumstances.None, (all, word) => all | e.ChoiceOf<Circumstances>(field, word));

    public static SpmMark? Spm(Entry? e)
    {
        if (e is null) return null;
        var mark = new SpmMark(e.Number("service"), e.String("component"));
        if (mark.Service is < 0 or > 5) e.Fault("service", "must be 0 to 5");
        if (mark.Component is not [>= 'a' and <= 'm']) e.Fault("component", "must be a letter from a to m");
        e.Done();
        return mark;
    }

    private static List<ApprovalStep> Approval(Entry e)
    {
        var steps = new List<ApprovalStep>();
        foreach (var step in e.Entries("approval"))
        {
            var read = new ApprovalStep(step.Code("role"), step.Choice<ApprovalAction>("action"));
            if (!Roles.Contains(read.Role)) step.Fault("role", $"unknown role '{read.Role}'");
            if (steps.Any(s => s.Role == read.Role)) step.Fault("role", $"'{read.Role}' acts twice; who checks may not sign");
            steps.Add(read);
            step.Done();
        }
        if (steps.Count > 0 && steps.FindIndex(s => s.Action == ApprovalAction.Sign) != steps.Count - 1)
            e.Fault("approval", "the last step, and only the last, signs");
        return steps;
    }

    [GeneratedRegex(@"^\d{3}(\.\d{1,2}){1,3}$")]
    private static partial Regex ClassificationShape();
}
