using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Visits.RecordVisit;

[StaffPage(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion)]
internal sealed class SummaryModel(VisitAtHand hand, VisitReading reading, RecordVisit record, ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty] public int CaseVersion { get; set; }

    [BindProperty] public string? Stamp { get; set; }

    [BindProperty] public string? Mark { get; set; }

    [BindProperty] public string? Report { get; set; }

    public CaseFile Case { get; private set; } = null!;

    public HomeVisit Visit { get; private set; } = null!;

    public VisitAnswers Answers { get; private set; } = null!;

    /// <summary>Fingerprint of the report that is stored now.</summary>
    public string StoredMark => record.Mark(Visit);

    /// <summary>What somebody else wrote meanwhile, beside one's own words.</summary>
    public string? Theirs { get; private set; }

    public bool MayRecord => staff.Required.Has(Roles.Supervisor);

    /// <summary>What is still wrong or missing, with the group where it stands.</summary>
    public IEnumerable<(QuestionGroup Group, Question Question, AnswerFault Fault)> Faults =>
        from fault in Answers.Result.Faults
        from g in Answers.Form.Groups
        from q in g.Questions
        where q.Code == fault.Question
        select (g, q, fault);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } elsewhere) return elsewhere;
        Report = record.Report(Visit);
        return Page();
    }

    /// <param name="act">draft or record</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Do")] string? act, CancellationToken stop)
    {
        var wanted = new Recording(Number, CaseVersion, Stamp, Mark, Report);
        var drafted = act != "record";
        var done = drafted
            ? await record.Draft(wanted, staff.Required, stop)
            : await record.Handle(wanted, staff.Required, stop);
        if (done.Refusal is { } why) return await Refused(why, stop);
        TempData["Notice"] = drafted ? "visits.draft.kept" : "visits.recorded";
        return LocalRedirect(drafted ? $"/petugas/kasus/{Number}/kunjungan/ringkasan" : $"/petugas/kasus/{Number}");
    }

    private async Task<IActionResult> Refused(Refusal why, CancellationToken stop)
    {
        if (await Load(stop) is { } elsewhere) return elsewhere;
        ModelState.Tell(texts, why);
        if (why.Code == "visits.refused.report-changed") Theirs = record.Report(Visit);
        return Page();
    }

    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (await hand.Open(Number, staff.Required, stop) is not var (file, visit)) return NotFound();
        if (visit is not { State: VisitState.Scheduled } || file.Step != CaseStep.VisitScheduled)
        {
            TempData["Notice"] = "visits.nothing-to-fill";
            return LocalRedirect($"/petugas/kasus/{Number}/kunjungan");
        }
        if (!VisitAtHand.MayFill(visit, staff.Required)) return Forbid();
        (Case, Visit, Answers) = (file, visit, await reading.Of(visit, stop));
        return null;
    }
}
