using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits.Merging;
using Layar.Cases.Visits.NobodyHome;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Visits.ScheduleVisit;

[StaffPage(Roles.Supervisor, Roles.Manager, Roles.Operator, Roles.DistrictWorker, Roles.Companion, Roles.Head)]
internal sealed class ScheduleModel(
    VisitAtHand hand, ScheduleVisit schedule, RecordNobodyHome nobody, VisitorChoice visitors, FieldBooks books, WorkingCalendar calendar, ICurrentStaff staff, TextCatalogue texts,
    TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty] public int CaseVersion { get; set; }

    [BindProperty] public DateOnly? Day { get; set; }

    [BindProperty] public string? From { get; set; } = "09:00";

    [BindProperty] public string? To { get; set; } = "11:00";

    [BindProperty] public Guid? Visitor { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public bool Sure { get; set; }

    [BindProperty] public string? Absence { get; set; }

    public CaseFile Case { get; private set; } = null!;

    public HomeVisit? Visit { get; private set; }

    public IReadOnlyList<Choice> Visitors { get; private set; } = [];

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public int OpenConflicts { get; private set; }

    public bool Again => Case.Step == CaseStep.VisitScheduled;

    public bool MaySchedule => Case.Step is CaseStep.VisitPlanning or CaseStep.VisitScheduled && staff.Required.Has(Roles.Supervisor);

    public bool MayFill => Again && Visit is { State: VisitState.Scheduled } planned && VisitAtHand.MayFill(planned, staff.Required);

    /// <summary>Has a list of visits of one's own.</summary>
    public bool Goes => staff.Required.HasAny([Roles.Supervisor, Roles.DistrictWorker, Roles.Companion]);

    public bool MayTellNobodyHome => Again && staff.Required.Has(Roles.Supervisor);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        (Day, Visitor) = (calendar.NthWorkingDayAfter(Wita.Day(time.GetUtcNow().UtcDateTime), 1), Visit?.VisitorId ?? staff.Required.Id.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return await Load(stop) ? Page() : NotFound();
        var done = await schedule.Handle(new(Number, CaseVersion, Day, From, To, Visitor, Reason, Sure), staff.Required, stop);
        return done.Refusal is { } why ? await Refused(why, stop) : Told("visits.scheduled", "/petugas/kunjungan");
    }

    public async Task<IActionResult> OnPostNobodyHomeAsync(CancellationToken stop)
    {
        var done = await nobody.Handle(Number, CaseVersion, Absence, staff.Required, stop);
        return done.Refusal is { } why ? await Refused(why.Code == "cases.refused.reason" ? why.At("Absence") : why, stop) : Told("visits.nobody.done", $"/petugas/kasus/{Number}/kunjungan");
    }

    private async Task<IActionResult> Refused(Refusal why, CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        ModelState.Tell(texts, why);
        if (why.Code == ScheduleVisit.Warned && VisitTime.Read(Day, From, To, time.GetUtcNow().UtcDateTime).TryGet(out var at, out _)) Warnings = at.Warnings(calendar);
        return Page();
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await hand.Open(Number, staff.Required, stop) is not var (file, visit)) return false;
        (Case, Visit) = (file, visit);
        if (visit is { State: VisitState.Scheduled }) OpenConflicts = await books.OpenConflicts(visit.Id, stop);
        if (MaySchedule) Visitors = [.. (await visitors.For(file, staff.Required, stop)).Select(v => new Choice(v.StaffId.ToString(), $"{v.Name} · {texts["visits.role." + v.Role]}"))];
        return true;
    }

    private IActionResult Told(string notice, string to)
    {
        TempData["Notice"] = notice;
        return LocalRedirect(to);
    }
}
