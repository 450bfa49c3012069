using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Proofs;
using Layar.Kernel.Numbers;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Condition = Layar.Eligibility.Language.Condition;

namespace Layar.Catalogue.Versions.Differences;

/// <summary>One thing that is laid down otherwise; null where it stands in one version only.</summary>
internal sealed record ChangedField(string Label, string? Before, string? After);

/// <summary>One requirement of a rule.</summary>
/// <param name="Side">null: stands in both</param>
internal sealed record RequirementLine(Side? Side, string Text);

internal enum Side { Gone, New }

/// <summary>What one version lays down otherwise than the one before it, in words of the page.</summary>
internal sealed class VersionDifference
{
    private readonly ICatalogue catalogue;
    private readonly IProgrammes programmes;
    private readonly TextCatalogue texts;

    public IReadOnlyList<ChangedField> Fields { get; }

    public IReadOnlyList<RequirementLine> Rule { get; }

    public bool RuleChanged => Rule.Any(l => l.Side is not null);

    public VersionDifference(Programme? before, Programme after, ICatalogue catalogue, IProgrammes programmes, TextCatalogue texts)
    {
        (this.catalogue, this.programmes, this.texts) = (catalogue, programmes, texts);
        Fields = [.. Said(after).Zip(before is null ? Said(after).Select(_ => (Label: "", Text: (string?)null)) : Said(before))
            .Where(p => p.First.Text != p.Second.Text).Select(p => new ChangedField(p.First.Label, p.Second.Text, p.First.Text))];
        Rule = Compared(before is null ? [] : Requirements(before), Requirements(after));
    }

    private IEnumerable<(string Label, string? Text)> Said(Programme p) =>
    [
        ("catalogue.programme.name", p.Name.ToString()), ("catalogue.programme.benefit", p.Benefit.ToString()), ("catalogue.programme.kind", texts[$"catalogue.programme.kind.{p.Kind}"]),
        ("catalogue.programme.level", texts[$"catalogue.programme.level.{p.Level}"]), ("catalogue.programme.unit", texts[$"catalogue.programme.unit.{p.Unit}"]),
        ("catalogue.programme.service", catalogue.Service(p.Service, p.Validity.From)?.Name.ToString() ?? p.Service), ("catalogue.programme.division", catalogue.Instance.Divisions.FirstOrDefault(d => d.Code == p.Division)?.Name.ToString()),
        ("catalogue.draft.amounts", Lines(p.Amounts.Select(Amount))), ("catalogue.programme.components", Lines(p.Components.Select(c => Component(c, p)))), ("catalogue.draft.most-persons", p.MostPersons?.ToString(CultureInfo.CurrentCulture)),
        ("catalogue.programme.quota", p.Quota?.ToString()), ("catalogue.draft.places", p.Places?.ToString("N0", CultureInfo.CurrentCulture)), ("catalogue.draft.budget", p.Budget is { } b ? $"{Rupiah.Format(b.Rupiah)} · {b.Year} · {b.Line}" : null),
        ("catalogue.programme.papers", Lines(p.Requirements.Select(Paper))), ("catalogue.programme.excluded", Lines(p.ExclusiveWith.Order(StringComparer.Ordinal).Select(e => programmes.NameOf(e)?.ToString() ?? e))),
        ("catalogue.programme.days", Wita.WorkingDays(p.WorkingDays)), ("catalogue.programme.cost", p.Cost.ToString()), ("catalogue.programme.spm", Spm(p)), ("catalogue.draft.from", Wita.Date(p.Validity.From)), ("catalogue.draft.to", p.Validity.To is { } to ? Wita.Date(to) : null),
        ("catalogue.programme.basis", p.Validity.LegalBasis.ToString()), ("catalogue.programme.figures", texts[p.AwaitsConfirmation ? "catalogue.programme.awaits" : "catalogue.programme.confirmed"]),
    ];

    private string? Spm(Programme p) =>
        p.Spm is not { } spm ? null : texts["catalogue.programme.spm.value", texts[$"catalogue.programme.spm.service.{spm.Service}"], texts[$"catalogue.programme.spm.component.{spm.Component}"]];

    private string Amount(ProgrammeAmount a) => $"{Rupiah.Format(a.Rupiah)} {texts[$"catalogue.programme.per.{a.Per}"]}, {a.For}{Awaits(a.AwaitingConfirmation)}";

    private string Component(HouseholdComponent c, Programme p) =>
        $"{c.Name}: {Rupiah.Format(c.YearlyRupiah)}{(c.Most is { } most ? ", " + texts["catalogue.programme.components.most", most] : "")} ({Words(p).Requirement(c.Rule.Condition)}){Awaits(c.AwaitingConfirmation)}";

    private string Awaits(bool awaits) => awaits ? $" ({texts["catalogue.programme.awaits"].ToLower(CultureInfo.CurrentUICulture)})" : "";

    private string Paper(Requirement r) => catalogue.Documents[r.Document].Name + (r.Need == RequirementNeed.Required ? "" : $" ({texts[$"catalogue.programme.need.{r.Need}"]})");

    private ReasonWords Words(Programme p) => new(CultureInfo.CurrentUICulture, programmes.Moment(p.Validity.From));

    private List<string> Requirements(Programme p)
    {
        var words = Words(p);
        return [.. (p.Rule.Condition is Condition.Group { All: true } group ? group.Parts : [p.Rule.Condition]).Select(words.Requirement).Select(t => char.ToUpper(t[0], CultureInfo.CurrentUICulture) + t[1..])];
    }

    /// <summary>In the order of the new rule; what is gone stands where it stood.</summary>
    private static List<RequirementLine> Compared(List<string> before, List<string> after)
    {
        var lines = new List<RequirementLine>();
        var next = 0;
        foreach (var text in after)
        {
            var place = before.IndexOf(text, next);
            if (place < 0)
            {
                lines.Add(new(Side.New, text));
                continue;
            }
            lines.AddRange(before[next..place].Where(t => !after.Contains(t)).Select(t => new RequirementLine(Side.Gone, t)));
            lines.Add(new(null, text));
            next = place + 1;
        }
        lines.AddRange(before[next..].Where(t => !after.Contains(t)).Select(t => new RequirementLine(Side.Gone, t)));
        return lines;
    }

    private static string? Lines(IEnumerable<string> lines) => string.Join("\n", lines) is { Length: > 0 } text ? text : null;
}
