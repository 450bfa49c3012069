using System.Text.RegularExpressions;
using Layar.Cases.Acts.Grants;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Merge;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Acts;

/// <summary>Does the acts that need a reason, a code, a choice or a day: checks what was typed, sets it on the case, and goes through the gate.</summary>
internal sealed partial class ActHandler(
    AppDb db, Change change, CaseProcess process, CaseVisibility visibility, ActChoices choices, MergeHandler merging, ICatalogue catalogue, IProgrammes programmes, GrantWarnings warnings, QueueCountMemory counts,
    TimeProvider clock)
{
    private const int LongestWords = 2000;

    public async Task<Outcome> Do(CaseId id, CaseActKind act, ActInput input, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(() => Within(id, act, input, member, stop), stop);
        counts.Forget(member);
        if (outcome.Refusal is null) return outcome;
        db.ChangeTracker.Clear();
        if (outcome.Refusal.Code != Change.ChangedMeanwhile) return outcome;
        return CaseProcess.ChangedMeanwhile(await db.Set<CaseFile>().AsNoTracking().FirstAsync(c => c.Id == id, stop));
    }

    private async Task<Outcome> Within(CaseId id, CaseActKind act, ActInput input, StaffMember member, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().FirstOrDefaultAsync(c => c.Id == id, stop);
        if (file is null || !await visibility.MaySee(file, member, stop)) return new Refusal("cases.refused.not-found");
        if (await process.Refusal(file, act, member, input.Version, stop) is { } no) return no;
        if (await Fault(file, act, input, stop) is { } fault) return fault;
        if (act == CaseActKind.AssignProgramme && await Unsaid(file, input, member, stop) is { } warned) return warned;
        await Set(file, act, input, member, stop);
        var detail = new CaseActDetail(input.Version, input.Words?.Trim(), string.IsNullOrEmpty(input.Code) ? null : input.Code, After(act, file), Touched(act, input));
        return await process.Do(file, act, member, detail, stop);
    }

    /// <summary>Everything that is wrong with what was typed, in the order of the fields; null when nothing is.</summary>
    public async Task<Refusal?> Fault(CaseFile file, CaseActKind act, ActInput input, CancellationToken stop)
    {
        var form = ActForm.Of(act);
        return Refusal.Of(form.Choice ? await ChoiceFault(act, file, input, stop) : null, CodeFault(form, input), form.Until ? UntilFault(input.Until) : null, WordsFault(form, input));
    }

    private Refusal? CodeFault(ActForm form, ActInput input)
    {
        if (string.IsNullOrEmpty(input.Code)) return form.CodeNeeded ? new Refusal("cases.refused.code", "Input.Code") : null;
        return form.Codes is not { } kind || catalogue.Reasons(kind).All(r => r.Code != input.Code) ? new Refusal("cases.refused.unknown-choice", "Input.Code") : null;
    }

    private Refusal? WordsFault(ActForm form, ActInput input)
    {
        var words = input.Words?.Trim() ?? "";
        if (words.Length > LongestWords) return new Refusal("cases.refused.long", "Input.Words");
        if (form.ForReporter && Numbers().IsMatch(words)) return new Refusal("cases.refused.nik", "Input.Words");
        if (words.Length > 0) return null;
        if (string.IsNullOrEmpty(input.Code)) return !form.CodeNeeded && NeedsReason(form.Act) ? new Refusal(form.Act is CaseActKind.AddNote or CaseActKind.RecordResponse ? "cases.refused.words" : "cases.refused.reason", "Input.Words") : null;
        return catalogue.Reason(input.Code) is { NeedsNote: true } ? new Refusal("cases.refused.note-needed", "Input.Words") : null;
    }

    /// <summary>A NIK or a number of a family card, also in groups; the reporter and everybody on the case would read it.</summary>
    [GeneratedRegex(@"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)")]
    private static partial Regex Numbers();

    private static bool NeedsReason(CaseActKind act) => CaseWorkflow.Rows.Any(r => r.Act == act && r.Reason);

    private Refusal? UntilFault(DateOnly? until)
    {
        var today = Wita.Day(clock.GetUtcNow().UtcDateTime);
        var most = LongestPause(today);
        if (until is not { } day) return new Refusal("cases.refused.until", "Input.Until");
        if (day <= today) return new Refusal("cases.refused.until-past", "Input.Until");
        return day > today.AddDays(most) ? new Refusal("cases.refused.until-far", "Input.Until", most) : null;
    }

    /// <summary>Calendar days; the decree counts working days, of which a week has five.</summary>
    private int LongestPause(DateOnly today)
    {
        var policy = catalogue.ClockPolicy(ClockKeys.MaximumPause, today);
        return policy.Unit == Catalogue.Contracts.ClockUnit.WorkingDays ? policy.Amount * 7 / 5 : policy.Amount;
    }

    private async Task<Refusal?> ChoiceFault(CaseActKind act, CaseFile file, ActInput input, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(input.Choice)) return new Refusal("cases.refused.choice", "Input.Choice");
        if ((await choices.For(act, file, stop)).All(c => c.Value != input.Choice)) return new Refusal("cases.refused.unknown-choice", "Input.Choice");
        if (act != CaseActKind.NameOfficer) return null;
        var officer = Guid.ParseExact(input.Choice, "N");
        return await db.Set<CaseOfficer>().AnyAsync(o => o.CaseId == file.Id && o.StaffId == officer, stop) ? new Refusal("cases.refused.named", "Input.Choice") : null;
    }

    /// <summary>Whoever grants against a warning has read it and says why.</summary>
    private async Task<Refusal?> Unsaid(CaseFile file, ActInput input, StaffMember member, CancellationToken stop) =>
        (await warnings.Of(file, input.Choice!, member, stop)).Count > 0 && (input.Warned != input.Choice || string.IsNullOrWhiteSpace(input.Words)) ? new Refusal("cases.refused.grant", "Input.Words") : null;

    private async Task Set(CaseFile file, CaseActKind act, ActInput input, StaffMember member, CancellationToken stop)
    {
        switch (act)
        {
            case CaseActKind.Forward:
                file.Division = input.Choice;
                break;
            case CaseActKind.AssignProgramme:
                file.Programme = input.Choice;
                file.Service ??= programmes.Find(input.Choice!, Wita.Day(clock.GetUtcNow().UtcDateTime))?.Service;
                break;
            case CaseActKind.ReferOut:
                file.Agency = input.Choice;
                break;
            case CaseActKind.Return when file.Step == CaseStep.ReferredOut:
                file.Agency = null;
                break;
            case CaseActKind.Postpone:
                file.PostponedUntil = Wita.Utc(input.Until!.Value.ToDateTime(TimeOnly.MinValue));
                break;
            case CaseActKind.Resume:
                file.PostponedUntil = null;
                break;
            case CaseActKind.Split:
                await merging.TakeBack(file, input.Words?.Trim(), member, stop);
                break;
            case CaseActKind.NameOfficer:
                var officer = (await choices.Officers(stop)).First(o => o.StaffId.ToString("N") == input.Choice);
                db.Add(new CaseOfficer { CaseId = file.Id, StaffId = officer.StaffId, StaffName = officer.Name, NamedAt = clock.GetUtcNow().UtcDateTime });
                break;
        }
    }

    private static object? After(CaseActKind act, CaseFile file) => act switch
    {
        CaseActKind.Forward => new { division = file.Division },
        CaseActKind.AssignProgramme => new { programme = file.Programme },
        CaseActKind.ReferOut => new { agency = file.Agency },
        CaseActKind.Postpone => new { until = Wita.Day(file.PostponedUntil!.Value) },
        _ => null,
    };

    private static IReadOnlyList<Guid>? Touched(CaseActKind act, ActInput input) => act == CaseActKind.NameOfficer ? [Guid.ParseExact(input.Choice!, "N")] : null;
}
