using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Time;
using CataloguePolicy = Layar.Catalogue.Contracts.ClockPolicy;
using CatalogueUnit = Layar.Catalogue.Contracts.ClockUnit;

namespace Layar.Cases.Workflow;

/// <summary>
/// The clock of the step and the promise to the reporter. Working days by the calendar of the office, emergencies by the
/// wall clock; the promise stands still while the reporter or another agency has the ball.
/// </summary>
internal sealed class CaseClocks(ICatalogue catalogue, WorkingCalendar calendar)
{
    public DateTime Due(string key, DateTime from)
    {
        var policy = catalogue.ClockPolicy(key, Wita.Day(from));
        return Due(policy, from);
    }

    /// <summary>Verification, the promised days of the service, and the days of the desk around it.</summary>
    public DateTime Promise(string? service, DateTime from)
    {
        var day = Wita.Day(from);
        var days = service is null ? null : catalogue.Service(service, day)?.WorkingDays;
        return days is { } n ? calendar.DueAtEndOfNthWorkingDay(from, Math.Max(1, n)) : Due(ClockKeys.ComplaintOrdinary, from);
    }

    /// <summary>Sets the clocks of a case that enters a step.</summary>
    public void Enter(CaseFile file, CaseStep step, DateTime now)
    {
        var info = Steps.Of(step);
        if (info.Pauses) Pause(file, now);
        else Resume(file, now);
        file.NextDueAt = step == CaseStep.Postponed ? file.PostponedUntil : info.Clock is { } key ? Due(key, now) : null;
        if (!info.IsOpen) file.PausedAt = null;
    }

    private void Pause(CaseFile file, DateTime now) => file.PausedAt ??= now;

    private void Resume(CaseFile file, DateTime now)
    {
        if (file.PausedAt is not { } since) return;
        if (file.PromisedAt is { } promised && promised > since)
            file.PromisedAt = calendar.AddWorkingTime(now, calendar.WorkingTimeBetween(since, promised));
        file.PausedAt = null;
    }

    private DateTime Due(CataloguePolicy policy, DateTime from) => policy.Unit switch
    {
        CatalogueUnit.WallMinutes => from.AddMinutes(policy.Amount),
        CatalogueUnit.CalendarDays => from.AddDays(policy.Amount),
        _ => calendar.DueAtEndOfNthWorkingDay(from, policy.Amount),
    };
}
