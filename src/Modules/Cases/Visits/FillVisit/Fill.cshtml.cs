using Layar.Cases.Completeness;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Visits.FillVisit;

[StaffPage(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion)]
internal sealed class FillModel(
    VisitAtHand hand, VisitReading reading, SaveGroup save, IncomingFile incoming, IPersons persons, ICurrentStaff staff, TextCatalogue texts, Checklists checklists) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "grup")] public string? Group { get; set; }

    [BindProperty] public int Seen { get; set; }

    public CaseFile Case { get; private set; } = null!;

    public VisitAnswers Answers { get; private set; } = null!;

    public QuestionGroup Current { get; private set; } = null!;

    public PersonCard? Person { get; private set; }

    public int? Age => Person?.Facts.BirthDate is { } born ? born.YearsUntil(checklists.Today) : Person?.Facts.EstimatedAge;

    /// <summary>Version that the screen carries.</summary>
    public int Version { get; private set; }

    /// <summary>What this person typed, when the screen comes back.</summary>
    public IReadOnlyDictionary<string, string[]>? Typed { get; private set; }

    /// <summary>Questions that somebody else answered otherwise.</summary>
    public IReadOnlyList<Question> Differs { get; private set; } = [];

    public string? Next => Answers.Visible.SkipWhile(g => g != Current).Skip(1).FirstOrDefault()?.Code;

    public IReadOnlyList<string> Of(Question question) => Typed?.GetValueOrDefault(question.Code) ?? Answers.Of(question.Code);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } elsewhere) return elsewhere;
        if (!Answers.Visible.Contains(Current)) return LocalRedirect(Here(Answers.Visible[0].Code));
        return Group == Current.Code ? Page() : LocalRedirect(Here(Current.Code));
    }

    /// <param name="act">draft or next</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Do")] string? act, CancellationToken stop)
    {
        if (await Load(stop) is { } elsewhere) return elsewhere;
        var asked = FilledScreen.Questions(Request.Form, Current);
        Typed = FilledScreen.Answers(Request.Form, asked);
        var photos = await Photos(asked, stop);
        if (!ModelState.IsValid) return Page();
        var filling = new Filling(Number, Current.Code, Seen, Typed, photos, FilledScreen.Removed(Request.Form), FilledScreen.Position(Request.Form));
        var kept = await save.Handle(filling, staff.Required, stop);
        if (kept.Refusal is { } why) return await Refused(why, stop);
        if (await Load(stop) is { } gone) return gone;
        Typed = null;
        return act == "next" ? Onward(asked) : Told("visits.draft.kept", Here(Current.Code));
    }

    private IActionResult Onward(IReadOnlyList<Question> asked)
    {
        var seen = asked.Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
        if (Answers.Shown(Current).Any(q => !seen.Contains(q.Code))) return Told("visits.more-questions", Here(Current.Code));
        foreach (var fault in Answers.Result.Faults.Where(f => Current.Questions.Any(q => q.Code == f.Question)))
            ModelState.AddModelError(FilledScreen.Name(fault.Question), texts[fault.TextKey, fault.Values]);
        if (!ModelState.IsValid) return Page();
        return LocalRedirect(Next is { } next ? Here(next) : $"/petugas/kasus/{Number}/kunjungan/ringkasan");
    }

    private async Task<IActionResult> Refused(Refusal why, CancellationToken stop)
    {
        if (await Load(stop) is { } elsewhere) return elsewhere;
        if (why.Code is SaveGroup.Conflict or Change.ChangedMeanwhile)
        {
            var differing = SaveGroup.Differing(Answers.Given.ToDictionary(), Typed!).ToHashSet(StringComparer.Ordinal);
            Differs = [.. Current.Questions.Where(q => differing.Contains(q.Code))];
        }
        ModelState.Tell(texts, why.Code == Change.ChangedMeanwhile ? new Refusal(SaveGroup.Conflict) : why);
        return Page();
    }

    private async Task<List<(string, StoredFile)>> Photos(IReadOnlyList<Question> asked, CancellationToken stop)
    {
        var photos = new List<(string, StoredFile)>();
        foreach (var question in asked.Where(q => q.Type == QuestionType.Photo))
            foreach (var file in Request.Form.Files.GetFiles(FilledScreen.Name(question.Code)).Where(f => f.FileName.Length > 0))
                if ((await incoming.Take(file, photoOnly: true, stop)).TryGet(out var stored, out var why)) photos.Add((question.Code, stored));
                else ModelState.Tell(texts, why, FilledScreen.Name(question.Code));
        return photos;
    }

    /// <returns>where to go when this visit cannot be filled</returns>
    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (await hand.Open(Number, staff.Required, stop) is not var (file, visit)) return NotFound();
        if (visit is not { State: VisitState.Scheduled } || file.Step != Contracts.CaseStep.VisitScheduled) return Told("visits.nothing-to-fill", $"/petugas/kasus/{Number}/kunjungan");
        if (!VisitAtHand.MayFill(visit, staff.Required)) return Forbid();
        Case = file;
        Answers = await reading.Of(visit, stop);
        Current = Answers.Form.Groups.FirstOrDefault(g => g.Code == Group) ?? Answers.Visible[0];
        Version = Answers.Groups.GetValueOrDefault(Current.Code)?.Version ?? 0;
        Person ??= file.PersonId is { } id ? await persons.Find(id, stop) : null;
        return null;
    }

    private string Here(string group) => $"/petugas/kasus/{Number}/kunjungan/isi?grup={group}";

    private IActionResult Told(string notice, string to)
    {
        TempData["Notice"] = notice;
        return LocalRedirect(to);
    }
}
