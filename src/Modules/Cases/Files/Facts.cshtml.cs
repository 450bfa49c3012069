using Layar.Areas.Contracts;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Files;

internal sealed class FactsModel(CaseViewing viewing, CaseCorrection correction, ICatalogue catalogue, ICurrentStaff staff, CaseWords words) : CaseDeskPage(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty] public int Version { get; set; }

    [BindProperty] public Corrected Input { get; set; } = new();

    public CaseFile Case { get; private set; } = null!;

    protected override CaseFile? Shown => Case;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        Version = Case.Version;
        Input = new Corrected
        {
            Title = Case.Title, Problem = Case.Problem, Service = Case.Service, Ppks = Case.Ppks, Area = Case.Area,
            Social = Case.Social switch { true => "ya", false => "tidak", _ => "belum" },
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        var outcome = await correction.Correct(Case.Id, Input.Facts(), Version, Member, stop);
        if (outcome.Refusal is not { } why)
        {
            TempData["Notice"] = "cases.facts.done";
            return LocalRedirect($"/petugas/kasus/{Number}");
        }
        if (await Load(stop) is { } gone) return gone;
        Show(why);
        ModelState.Remove(nameof(Version));
        Version = Case.Version;
        return Page();
    }

    public IEnumerable<Choice> Problems => catalogue.Problems.Select(p => new Choice(p.Code, p.Text.ToString()));

    public IEnumerable<Choice> Services => catalogue.Services(Wita.Day(Words.Now)).Select(s => new Choice(s.Code, s.Name.ToString()));

    public IEnumerable<Choice> Types => catalogue.PpksTypes.Select(p => new Choice(p.Code, p.Name.ToString()));

    public IEnumerable<Choice> SocialAnswers => [new("ya", "cases.yes"), new("tidak", "cases.no"), new("belum", "cases.case.undecided")];

    /// <summary>Villages under their kecamatan, for which the kecamatan alone can be chosen too; empty while no areas are known.</summary>
    public IReadOnlyList<Choice> Villages => HttpContext.RequestServices.GetService<IAreas>() is not { } areas ? []
        : [.. areas.Below(catalogue.Instance.Area).SelectMany(d => areas.Below(d.Code).Select(v => new Choice(v.Code, v.Name, Group: d.Name)).Prepend(new Choice(d.Code, d.Name, Group: d.Name)))];

    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (await viewing.Find(Number, Member, stop) is not { } file) return NotFound();
        Case = file;
        return Member.HasAny(CaseCorrection.Roles) ? null : Forbid();
    }
}

/// <summary>What was typed.</summary>
internal sealed class Corrected
{
    public string? Title { get; set; }
    public string? Problem { get; set; }
    public string? Service { get; set; }
    public string? Ppks { get; set; }
    public string? Area { get; set; }
    public string? Social { get; set; }

    public CaseFacts Facts() => new((Title ?? "").Trim(), Problem ?? "", Blank(Service), Blank(Ppks), Blank(Area), Social switch { "ya" => true, "tidak" => false, _ => null });

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
