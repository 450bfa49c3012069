using Layar.Cases.Acts;
using Layar.Cases.Contracts;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Numbers;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Layar.Cases.Files;

internal sealed class CaseModel(CaseViewing viewing, ActHandler handler, ReadLog log, ICurrentStaff staff, CaseWords words) : CaseDeskPage(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string? Note { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    public CaseView View { get; private set; } = null!;

    /// <summary>Shown once, after the purpose was written down.</summary>
    public bool Revealed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Show(stop);

    /// <summary>An act that needs nothing but the press of its button.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "act")] CaseActKind act, CancellationToken stop)
    {
        if (!Enum.IsDefined(act) || ActRoutes.Of(act).Place != ActPlace.AtOnce) return NotFound();
        return await Do(act, new ActInput { Version = Version }, stop);
    }

    public async Task<IActionResult> OnPostCatatanAsync(CancellationToken stop) => await Do(CaseActKind.AddNote, new ActInput { Words = Note, Version = null }, stop);

    /// <summary>The whole NIK, once, for a stated purpose that the read log keeps.</summary>
    public async Task<IActionResult> OnPostLihatNikAsync(CancellationToken stop)
    {
        if (await viewing.Find(Number, Member, stop) is not { PersonId: { } person } file) return NotFound();
        if (string.IsNullOrWhiteSpace(Purpose))
        {
            ModelState.AddModelError(nameof(Purpose), "cases.refused.purpose");
            return await Show(stop);
        }
        await log.Opened(Member.As(CaseDeskPage.Readers), "person", person.Value, Purpose.Trim(), stop);
        Revealed = true;
        return await Show(stop);
    }

    private async Task<IActionResult> Do(CaseActKind act, ActInput input, CancellationToken stop)
    {
        if (await viewing.Find(Number, Member, stop) is not { } file) return NotFound();
        var outcome = await handler.Do(file.Id, act, input, Member, stop);
        if (outcome.Refusal is { } why)
        {
            Show(act == CaseActKind.AddNote ? why.At(nameof(Note)) : why);
            ModelState.Remove(nameof(Version));
            return await Show(stop);
        }
        TempData["Notice"] = act == CaseActKind.AddNote ? "cases.case.note.done" : Words.Text("cases.done.notice", Number, Words.Did(act.ToString()).ToLowerInvariant());
        return LocalRedirect(await viewing.Find(Number, Member, stop) is null ? "/petugas/antrean" : $"/petugas/kasus/{Number}");
    }

    private async Task<IActionResult> Show(CancellationToken stop)
    {
        if (await viewing.Open(Number, Member, stop) is not { } view) return NotFound();
        View = view;
        Version = view.File.Version;
        await log.Opened(Member.As(CaseDeskPage.Readers), "case", view.File.Id.Value, Words.Text("cases.case.purpose.case"), stop);
        return Page();
    }

    /// <summary>The act of the main road first; notes have their own place below the timeline.</summary>
    public IReadOnlyList<Row> Buttons => [.. View.Allowed.Where(r => r.Act != CaseActKind.AddNote)];

    public bool MayNote => View.Allowed.Any(r => r.Act == CaseActKind.AddNote);

    public IEnumerable<TimelineEntry> Timeline => View.Acts.Select(a => TimelineEntry.Of(a, Words));

    /// <summary>Of an open case the road so far, where it stands and what is to come, also when it was sent back; of a closed one only where it has been.</summary>
    public IEnumerable<Step> StepsOfCase => Enum.GetValues<PublicStep>().Where(p => View.File.Open || View.Summary.Milestones.ContainsKey(p)).Select(p =>
        View.File.Open && p == Current ? new Step($"cases.public.{p}", StepState.Now)
        : View.Summary.Milestones.TryGetValue(p, out var at) && (!View.File.Open || p < Current) ? new Step($"cases.public.{p}", StepState.Done, CaseWords.Moment(at))
        : new Step($"cases.public.{p}", StepState.Next));

    private PublicStep Current => Steps.Of(View.File.BackStep is { } back && View.File.Step is CaseStep.AwaitingReporter or CaseStep.Postponed ? View.File.BackStep!.Value : View.File.Step).Public;

    public string StepTone => View.File.Step switch
    {
        CaseStep.Completed => "teal",
        CaseStep.Rejected or CaseStep.UrgentResponse => "red",
        CaseStep.Withdrawn or CaseStep.Archived or CaseStep.Merged => "grey",
        _ => "amber",
    };

    public string? Nik => View.Person?.Facts.Nik is not { } digits ? null : Revealed ? digits : Kernel.Numbers.Nik.Parse(digits).Match(n => n.Masked, _ => new string('•', digits.Length));

    public string Age
    {
        get
        {
            var facts = View.Person!.Facts;
            var sex = Words.Text($"cases.sex.{facts.Sex}");
            if (facts.BirthDate is { } born) return $"{Words.Text("cases.case.years", born.YearsUntil(Wita.Day(Words.Now)))} · {sex}";
            var age = facts.EstimatedAge is { } about ? Words.Text("cases.case.about", about) : Words.Text($"cases.age.{facts.AgeGroup}");
            return $"{age} · {sex}";
        }
    }
}
