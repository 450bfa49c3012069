using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Cases.Merge;

internal sealed class MergeCasesModel(CaseViewing viewing, SimilarCases similar, MergeHandler handler, CaseProcess process, ICurrentStaff staff, CaseWords words) : CaseDeskPage(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    /// <summary>A case that the officer names, beside those that were found.</summary>
    [BindProperty(SupportsGet = true, Name = "dengan")] public string? With { get; set; }

    [BindProperty] public string[] Chosen { get; set; } = [];

    [BindProperty] public string? Main { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public CaseFile Case { get; private set; } = null!;

    protected override CaseFile? Shown => Case;

    public IReadOnlyList<SimilarCase> Found { get; private set; } = [];

    public Refusal? Blocked { get; private set; }

    public static string Value(CaseFile file) => $"{file.Number}|{file.Version}";

    public bool Ticked(SimilarCase one) => Request.Method == "POST" ? Chosen.Any(c => Picked.Parse(c)?.Number == one.File.Number) : one.Suggested || one.File.Number == With;

    public IEnumerable<Choice> Mains => Found.Select(f => f.File).Prepend(Case).Select(f => new Choice(Value(f), $"{f.Number} · {f.Title}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        Main = Value(Case);
        if (With is not null && Found.All(f => f.File.Number != With)) ModelState.AddModelError(nameof(With), "cases.refused.not-found");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        var main = Picked.Parse(Main ?? "") ?? new Picked(Case.Number, Case.Version);
        var chosen = Chosen.Select(Picked.Parse).OfType<Picked>().ToList();
        var others = main.Number == Number ? chosen : [.. chosen.Where(c => c.Number != main.Number).Append(Own())];
        var outcome = await handler.Merge(new MergeCommand(main, others, Reason), Member, stop);
        if (outcome.Refusal is { } why)
        {
            if (await Load(stop) is { } gone) return gone;
            Show(why);
            return Page();
        }
        TempData["Notice"] = Words.Text("cases.merge.done", others.Count, main.Number);
        return LocalRedirect($"/petugas/kasus/{main.Number}");
    }

    /// <summary>This case as the person saw it: its version stands among the choices for the main case.</summary>
    private Picked Own() => Picked.Parse(Request.Form["Own"].ToString()) ?? new Picked(Case.Number, -1);

    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (await viewing.Find(Number, Member, stop) is not { } file) return NotFound();
        if (!Member.HasAny(CaseWorkflow.RolesOf(CaseActKind.Merge))) return Forbid();
        Case = file;
        Blocked = await process.Refusal(file, CaseActKind.Merge, Member, null, stop);
        if (Blocked is not null)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return null;
        }
        Found = await similar.Of(file, Member, stop);
        With = With?.Trim().ToUpperInvariant();
        if (!string.IsNullOrEmpty(With) && With != Number && Found.All(f => f.File.Number != With) && await viewing.Find(With, Member, stop) is { Open: true } named)
            Found = [new SimilarCase(named, 0, []), .. Found];
        return null;
    }
}
