using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Texts;
using Layar.Letters.Approval;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.People.Contracts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Letters.RegistryStatements;

/// <summary>What the register of the State says of the person of a case, as a letter with number, chain and seal.</summary>
[StaffPage(Roles.Operator, Roles.Manager, Roles.SectionHead, Roles.DivisionHead)]
internal sealed class RegistryStatementModel(
    ICases cases, LetterMatters matters, DraftProposal proposal, RegistrySaying saying, DraftLetterHandler handler, ReadLog log, ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string CaseNumber { get; set; } = "";

    /// <summary>Made with the form: pressing twice makes one letter.</summary>
    [BindProperty] public Guid LetterId { get; set; }

    [BindProperty] public StatementContent? Says { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    public CaseSummary Case { get; private set; } = null!;

    public PersonFacts? Person { get; private set; }

    public RegistryFinding Finding { get; private set; } = null!;

    public bool MayDraft => DraftLetterHandler.MayDraft(LetterKind.Statement, Case);

    public string FoundText => !Finding.HasNik ? "letters.registry.found.nik" : Finding.Release is null ? "letters.registry.found.nothing" : Finding.Entry is not null ? "letters.registry.found.yes" : Finding.Covered ? "letters.registry.found.no" : "letters.registry.found.village";

    public IEnumerable<Choice> Contents => Enum.GetValues<StatementContent>().Select(c => new Choice(c.ToString(), $"letters.registry.content.{c}"));

    public IEnumerable<Choice> Purposes => saying.Purposes(matters.Today).Select(p => new Choice(p.Code, p.Ceiling is { } most ? texts["letters.registry.purpose.most", p.Name, most] : p.Name.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Load(stop) is null) return NotFound();
        LetterId = Guid.CreateVersion7();
        Says = Finding.Entry is null ? StatementContent.NotRegistered : StatementContent.Decile;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Load(stop) is not { } matter || LetterId == Guid.Empty) return NotFound();
        var purpose = saying.Purposes(matters.Today).FirstOrDefault(p => p.Code == Purpose);
        if (Says is null) ModelState.AddModelError(nameof(Says), "letters.registry.refused.content");
        if (purpose is null) ModelState.AddModelError(nameof(Purpose), "letters.registry.refused.purpose");
        if (!ModelState.IsValid) return Page();
        var words = saying.Words(Says!.Value, purpose!, Finding, proposal.For(LetterKind.Statement, matter));
        if (!words.TryGet(out var draft, out var refusal))
        {
            ModelState.Refuse(texts, refusal);
            return Page();
        }
        var outcome = await handler.Handle(new DraftLetter(new LetterId(LetterId), Case, LetterKind.Statement, draft) { Release = Finding.Release!.Import }, staff.Required, stop);
        if (outcome.Refusal is { } why)
        {
            ModelState.Refuse(texts, why);
            return Page();
        }
        TempData["Notice"] = "letters.notice.drafted";
        return Redirect($"/petugas/surat/{LetterId}");
    }

    private async Task<LetterMatter?> Load(CancellationToken stop)
    {
        if (await cases.FindFor(CaseNumber, staff.Required, stop) is not { } summary) return null;
        Case = summary;
        var matter = await matters.Of(summary, LetterKind.Statement, stop);
        Person = matter.Person;
        Finding = await saying.Look(Person, stop);
        await log.Opened(staff.Required.As(DraftLetterHandler.Drafters), "case", summary.Id.Value, texts.Official("letters.registry.log"), stop);
        return matter;
    }
}
