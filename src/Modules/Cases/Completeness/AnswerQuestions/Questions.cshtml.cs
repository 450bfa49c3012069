using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Completeness.AnswerQuestions;

[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.CallCentre, Roles.Auditor, Roles.DataProtection)]
internal sealed class QuestionsModel(
    CaseAtHand hand, AskedQuestions asked, CancelRequest cancel, IncomingFile incoming, ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty] public int CaseVersion { get; set; }

    [BindProperty] public Guid Question { get; set; }

    [BindProperty] public string? Answer { get; set; }

    [BindProperty] public IFormFile? Photo { get; set; }

    public CaseFile Case { get; private set; } = null!;

    public IReadOnlyList<CaseQuestion> Rows { get; private set; } = [];

    public OpenQuestion Shown(CaseQuestion row) => asked.Shown(row);

    public bool MayAnswer => Case.Open && staff.Required.HasAny([Roles.Operator, Roles.CallCentre]);

    public bool MayCancel => Case.Step == CaseStep.AwaitingReporter && staff.Required.HasAny([Roles.Operator, Roles.Supervisor]);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        StoredFile? photo = null;
        if (Photo is { FileName.Length: > 0 } sent && !(await incoming.Take(sent, photoOnly: true, stop)).TryGet(out photo, out var bad))
            return await Refused(bad.At(Field("Photo")), stop);
        var done = await asked.AnswerForReporter(Number, Question, Answer, photo, staff.Required, stop);
        return done.Refusal is { } why ? await Refused(why.Field is { } field ? why.At(Field(field)) : why, stop) : Told("completeness.answer.kept");
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken stop)
    {
        var done = await cancel.Handle(Number, CaseVersion, staff.Required, stop);
        return done.Refusal is { } why ? await Refused(why, stop) : Told("completeness.request.cancelled");
    }

    /// <summary>Several forms stand on the page; each field carries the id of its question.</summary>
    private string Field(string name) => $"{name}-{Question:N}";

    private async Task<IActionResult> Refused(Refusal why, CancellationToken stop)
    {
        if (why.Code == CaseAtHand.NotFound.Code || !await Load(stop)) return NotFound();
        ModelState.Tell(texts, why);
        return Page();
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await hand.Open(Number, staff.Required, "questions", stop) is not { } file) return false;
        (Case, Rows) = (file, await asked.Rows(file.Id).AsNoTracking().ToListAsync(stop));
        return true;
    }

    private IActionResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return LocalRedirect($"/petugas/kasus/{Number}/pertanyaan");
    }
}
