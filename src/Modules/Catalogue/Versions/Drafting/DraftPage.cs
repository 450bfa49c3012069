using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Catalogue.Programmes;
using Layar.Eligibility;
using Layar.Eligibility.Language;
using Layar.Eligibility.Proofs;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Condition = Layar.Eligibility.Language.Condition;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>The form of a draft, whether it begins a programme, a new version, or goes on with one.</summary>
[StaffPage(Roles.Planner, Roles.Administrator)]
internal abstract class DraftPage(ProgrammeBook book, DraftChecks checks, WriteDraft write, ICatalogue catalogue, ICurrentStaff staff, TextCatalogue texts, TimeProvider time)
    : ProgrammeDesk(catalogue, time)
{
    [BindProperty] public DraftInput Input { get; set; } = new();

    /// <summary>Null: a draft is begun.</summary>
    protected virtual ProgrammeVersionId? Draft => null;

    /// <summary>Object of an earlier version that is taken up again; null: the newest one.</summary>
    protected virtual string? Begun => null;

    /// <summary>Name of the earlier version that is taken up again.</summary>
    public virtual string? Returning => null;

    public virtual bool IsNew => false;

    public abstract string Back { get; }

    public string Heading => IsNew ? texts["catalogue.draft.new"] : texts["catalogue.draft.title", Input.Name];

    /// <summary>By field: where its rule cannot be read.</summary>
    public IReadOnlyDictionary<string, RuleError> RuleFaults { get; private set; } = new Dictionary<string, RuleError>();

    /// <summary>What the rule asks, in words, after it was checked.</summary>
    public IReadOnlyList<string> Checked { get; private set; } = [];

    public IEnumerable<Choice> Kinds => Enum.GetValues<ProgrammeKind>().Select(k => new Choice(k.ToString(), $"catalogue.programme.kind.{k}"));
    public IEnumerable<Choice> Levels => Enum.GetValues<GovernmentLevel>().Select(l => new Choice(l.ToString(), $"catalogue.programme.level.{l}"));
    public IEnumerable<Choice> Units => Enum.GetValues<ProgrammeUnit>().Select(u => new Choice(u.ToString(), $"catalogue.programme.unit.{u}"));
    public IEnumerable<Choice> Periods => Enum.GetValues<AmountPeriod>().Select(p => new Choice(p.ToString(), $"catalogue.programme.per.{p}"));
    public IEnumerable<Choice> Needs => Enum.GetValues<RequirementNeed>().Select(n => new Choice(n.ToString(), $"catalogue.draft.need.{n}"));
    public IEnumerable<Choice> Services => Catalogue.Services(Today).Select(s => new Choice(s.Code, s.Name.ToString()));
    public IEnumerable<Choice> Divisions => Catalogue.Instance.Divisions.Select(d => new Choice(d.Code, d.Name.ToString()));
    public IEnumerable<Choice> SpmServices => Enumerable.Range(0, 6).Select(n => new Choice($"{n}", $"catalogue.programme.spm.service.{n}"));
    public IEnumerable<Choice> SpmComponents => Enumerable.Range('a', 13).Select(c => new Choice($"{(char)c}", $"catalogue.programme.spm.component.{(char)c}"));
    public IEnumerable<Choice> Documents => Catalogue.Documents.Values.OrderBy(d => d.Name.ToString(), StringComparer.CurrentCulture).Select(d => new Choice(d.Code, d.Name.ToString()));
    public IEnumerable<Choice> Programmes => book.Content.Programmes.Where(p => p.Code != Input.Code).DistinctBy(p => p.Code).OrderBy(p => p.Kind).Select(p => new Choice(p.Code, p.Name?.ToString() ?? Catalogue.Service(p.Service, Today)?.Name.ToString() ?? p.Code));

    /// <summary>Words that a rule may use, for the list beside the form.</summary>
    public IEnumerable<(string Code, string Name)> FactWords => book.Content.Rules.Facts.All.Select(f => (f.Code, f.Name.In(CultureInfo.CurrentUICulture))).OrderBy(f => f.Code, StringComparer.Ordinal);

    public IEnumerable<string> Figures => book.Content.Rules.Parameters.Codes.Order(StringComparer.Ordinal);

    protected IActionResult Show()
    {
        Input.WithSpareRows();
        return Page();
    }

    protected async Task<IActionResult> Save(bool onlyCheck, CancellationToken stop)
    {
        var faults = checks.Of(Input, IsNew, Today);
        RuleFaults = faults.Rules;
        foreach (var why in faults.Refusals) ModelState.AddModelError(why.Field!, texts[why.Code, [.. why.Args]]);
        foreach (var (field, error) in faults.Rules) ModelState.AddModelError(field, texts["catalogue.draft.rule.at", error.Line, error.Column, error.In(CultureInfo.CurrentUICulture)]);
        if (onlyCheck) return Look();
        if (!ModelState.IsValid) return Show();
        var outcome = await write.Do(Input, Draft, Begun, staff.Required, stop);
        return outcome.Match<IActionResult>(id =>
        {
            TempData["Notice"] = "catalogue.draft.saved";
            return Redirect($"/petugas/program/versi/{id.Value}");
        }, why =>
        {
            ModelState.AddModelError(why.Field ?? "", texts[why.Code, [.. why.Args]]);
            return Show();
        });
    }

    /// <summary>Shows what the rule says and keeps everything else as it was typed.</summary>
    private IActionResult Look()
    {
        var names = book.NamesWith(Input.Code, Input.Name);
        foreach (var key in ModelState.Keys.Where(k => !RuleFaults.ContainsKey(k)).ToList())
        {
            ModelState.ClearValidationState(key);
            ModelState.MarkFieldSkipped(key);
        }
        if (Rule.Read(Input.Rule?.Trim() ?? "", names.Facts, names.Parameters).Rule is { } rule)
        {
            var day = Input.From ?? Today;
            var words = new ReasonWords(CultureInfo.CurrentUICulture, new Moment(day, names.Parameters));
            Checked = new Moment(day, names.Parameters).Lacks(rule).Any() ? [] : [.. (rule.Condition is Condition.Group { All: true } all ? all.Parts : [rule.Condition]).Select(words.Requirement)];
        }
        return Show();
    }
}
