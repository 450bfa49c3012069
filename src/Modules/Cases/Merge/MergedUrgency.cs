using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Merge;

/// <summary>Somebody in danger stays in danger when their report joins another: the main case becomes the emergency, with the time that was running.</summary>
internal sealed class MergedUrgency(AppDb db, CaseProcess process)
{
    private static readonly Refusal TooFar = new("cases.refused.merge-urgent", "Main");

    /// <param name="due">by when the emergency had to be answered</param>
    /// <returns>why the emergency cannot join; null when it did</returns>
    public async Task<Refusal?> Carry(CaseFile urgent, DateTime? due, CaseFile main, string reason, StaffMember member, CancellationToken stop)
    {
        if (main.Step != CaseStep.UrgentResponse)
        {
            if (CaseWorkflow.Find(main.Step, CaseActKind.MarkUrgent) is null) return TooFar;
            var detail = new CaseActDetail(Reason: reason, After: new { cases = new[] { urgent.Number } }, Touched: [urgent.Id.Value]);
            if ((await process.Do(main, CaseActKind.MarkUrgent, member, detail, stop)).Refusal is { } no) return no;
        }
        if (due < main.NextDueAt) main.NextDueAt = due;
        return null;
    }

    /// <summary>The emergency goes away with the case that brought it, unless another one still stands behind it.</summary>
    public async Task TakeBack(CaseFile urgent, CaseFile main, string? reason, StaffMember member, CancellationToken stop)
    {
        if (urgent.BackStep != CaseStep.UrgentResponse || main.Step != CaseStep.UrgentResponse || !await CameByMerge(main, stop)) return;
        if (await db.Set<CaseFile>().AnyAsync(c => c.MergedInto == main.Id && c.Id != urgent.Id && c.BackStep == CaseStep.UrgentResponse, stop)) return;
        await process.Do(main, CaseActKind.MarkNotUrgent, member, new CaseActDetail(Reason: reason, After: new { cases = new[] { urgent.Number } }, Touched: [urgent.Id.Value]), stop);
    }

    /// <summary>The main case was no emergency by itself: the last one to mark it was a merge.</summary>
    private async Task<bool> CameByMerge(CaseFile main, CancellationToken stop)
    {
        var mark = nameof(CaseActKind.MarkUrgent);
        var last = await db.Set<Act>().AsNoTracking().Where(a => a.Chain == main.Id.Value && a.Kind == mark).OrderByDescending(a => a.Seq).Select(a => a.Touched).FirstOrDefaultAsync(stop);
        return last is not null;
    }
}
