using Layar.Cases.Contracts;
using Layar.Cases.Visits.PlanVisits;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Visits.FieldDay;

/// <summary>Where people who work outside begin: whom to visit today, and which emergencies wait.</summary>
[StaffPage(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion, Roles.Driver)]
internal sealed class FieldModel(FieldDay field, ICurrentStaff staff, CaseWords words) : PageModel
{
    public static readonly IReadOnlyList<string> Workers = StaffPageAttribute.Of<FieldModel>();

    public CaseWords Words { get; } = words;

    public DateOnly Day => Wita.Day(Words.Now);

    /// <summary>A driver is sent to emergencies only.</summary>
    public bool Visits => staff.Required.HasAny([Roles.Supervisor, Roles.DistrictWorker, Roles.Companion]);

    public bool Responds => Steps.Of(CaseStep.UrgentResponse).Holders.Any(staff.Required.Has);

    public IReadOnlyList<VisitRow> Today { get; private set; } = [];

    public IReadOnlyList<VisitRow> Ahead { get; private set; } = [];

    public IReadOnlyList<Errand> Errands { get; private set; } = [];

    public int ToPlan { get; private set; }

    /// <summary>Hours of a visit; with its day when that is not today.</summary>
    public string When(VisitRow row)
    {
        var hours = $"{Wita.Local(row.At):HH.mm}–{Wita.Local(row.Until ?? row.At):HH.mm}";
        return Wita.Day(row.At) == Day ? hours : $"{Wita.Weekday(Wita.Day(row.At))}, {CaseWords.Moment(row.At)[..^6]}, {hours}";
    }

    public bool IsLate(VisitRow row) => row.Until < Words.Now;

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Visits)
        {
            var own = await field.Visits(staff.Required, stop);
            Today = [.. own.Where(v => Wita.Day(v.At) <= Day)];
            Ahead = [.. own.Where(v => Wita.Day(v.At) > Day)];
            ToPlan = await field.ToPlan(staff.Required, stop);
        }
        Errands = await field.Errands(staff.Required, stop);
    }
}
