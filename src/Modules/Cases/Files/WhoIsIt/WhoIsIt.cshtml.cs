using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.People.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Cases.Files;

/// <summary>"Who is it?" Finds a person who is known already and writes that one on the case.</summary>
internal sealed class WhoIsItModel(CaseViewing viewing, AttachPerson handler, IPersonCandidates candidates, IPersons persons, ICurrentStaff staff, CaseWords words) : CaseDeskPage(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty] public string? Typed { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    /// <summary>The person who was chosen among the candidates.</summary>
    [BindProperty(SupportsGet = true, Name = "pilih")] public Guid? Chosen { get; set; }

    [BindProperty] public int Version { get; set; }

    public CaseFile Case { get; private set; } = null!;

    protected override CaseFile? Shown => Case;

    public PersonCard? Before { get; private set; }

    public PersonCandidate? Picked { get; private set; }

    public CandidatesFound? Found { get; private set; }

    public bool AsksPurpose { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        candidates.Prepare();
        return await Load(stop) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        AsksPurpose = candidates.NeedsPurpose(Typed);
        if (string.IsNullOrWhiteSpace(Typed)) ModelState.AddModelError(nameof(Typed), "cases.who.typed");
        if (AsksPurpose && string.IsNullOrWhiteSpace(Purpose)) ModelState.AddModelError(nameof(Purpose), "cases.refused.purpose");
        if (ModelState.IsValid) Found = await candidates.Find(Typed, Purpose, Member, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostPasangAsync(CancellationToken stop)
    {
        var seen = Version;
        if (await Load(stop) is { } no) return no;
        if (Picked is not { } picked) return NotFound();
        var outcome = await handler.Do(Case.Id, picked.Id, seen, Member, stop);
        if (outcome.Refusal is not { } why)
        {
            TempData["Notice"] = "cases.who.done";
            return LocalRedirect($"/petugas/kasus/{Number}");
        }
        ModelState.Clear();
        Show(why);
        return Page();
    }

    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (await viewing.Find(Number, Member, stop) is not { } file) return NotFound();
        if (!Member.HasAny(CaseCorrection.Roles)) return Forbid();
        (Case, Version) = (file, file.Version);
        Before = file.PersonId is { } person ? await persons.Find(person, stop) : null;
        if (Chosen is { } chosen && (Picked = await candidates.One(new PersonId(chosen), Member, stop)) is null) return NotFound();
        return null;
    }
}
