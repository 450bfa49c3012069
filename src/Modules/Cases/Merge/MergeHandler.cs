using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Merge;

/// <param name="Main">number of the case that goes on</param>
/// <param name="Others">cases that join it, each with the version seen</param>
internal sealed record MergeCommand(Picked Main, IReadOnlyList<Picked> Others, string? Reason);

/// <summary>Joins cases of one need: the main case goes on, the others point to it, and their reports move with them.</summary>
internal sealed class MergeHandler(AppDb db, Change change, CaseProcess process, CaseVisibility visibility, SimilarCases similar, MergedUrgency urgency, QueueCountMemory counts, IServiceProvider services)
{
    private const int LongestReason = 2000;

    public async Task<Outcome> Merge(MergeCommand command, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(() => Within(command, member, stop), stop);
        counts.Forget(member);
        if (!outcome.IsDone) db.ChangeTracker.Clear();
        return outcome;
    }

    /// <summary>Takes a merged case's reports back from its main case; the workflow then returns it to its step.</summary>
    public async Task TakeBack(CaseFile file, string? reason, StaffMember member, CancellationToken stop)
    {
        if (file.MergedInto is not { } mainId) return;
        var main = await db.Set<CaseFile>().FirstAsync(c => c.Id == mainId, stop);
        var back = services.GetService<IReportsOfCases>() is { } reports ? await reports.MoveBack(file.Id) : new MovedReports(file.ReportCount, file.PhotoCount);
        main.ReportCount -= back.Reports;
        main.PhotoCount -= back.Photos;
        (file.ReportCount, file.PhotoCount, file.MergedInto) = (back.Reports, back.Photos, null);
        await process.Note(main, "ReportsTaken", member.As(CaseWorkflow.RolesOf(CaseActKind.Split)), null, new { reports = main.ReportCount, cases = new[] { file.Number } }, stop, [file.Id.Value]);
        await urgency.TakeBack(file, main, reason, member, stop);
    }

    private async Task<Outcome> Within(MergeCommand command, StaffMember member, CancellationToken stop)
    {
        if (Fault(command) is { } fault) return fault;
        if (await Seen(command.Main, member, stop) is not { } main) return new Refusal("cases.refused.not-found");
        if (!main.Open) return new Refusal("cases.refused.merge-main", "Main");
        if (main.Version != command.Main.Version) return CaseProcess.ChangedMeanwhile(main);
        var joined = new List<CaseFile>();
        foreach (var one in command.Others)
        {
            if (await Seen(one, member, stop) is not { } file) return new Refusal("cases.refused.not-found");
            if (await Join(file, main, one.Version, command.Reason!, member, stop) is { } no) return no;
            joined.Add(file);
        }
        var after = new { reports = main.ReportCount, cases = joined.Select(f => f.Number) };
        await process.Note(main, "ReportsJoined", member.As(CaseWorkflow.RolesOf(CaseActKind.Merge)), null, after, stop, [.. joined.Select(f => f.Id.Value)]);
        return Outcome.Success;
    }

    private static Refusal? Fault(MergeCommand command) => Refusal.Of(
        command.Others.Count == 0 ? new("cases.refused.merge-none", "Chosen")
            : command.Others.Any(o => o.Number == command.Main.Number) ? new("cases.refused.merge-self", "Chosen") : null,
        string.IsNullOrWhiteSpace(command.Reason) ? new("cases.refused.reason", "Reason") : command.Reason.Length > LongestReason ? new("cases.refused.long", "Reason") : null);

    private async Task<Refusal?> Join(CaseFile file, CaseFile main, int version, string reason, StaffMember member, CancellationToken stop)
    {
        if (file.Secret != main.Secret) return new Refusal("cases.refused.merge-secret");
        var (urgent, due) = (file.Step == CaseStep.UrgentResponse, file.NextDueAt);
        var likeness = (await similar.Compare(file, main, stop)).Points;
        file.MergedInto = main.Id;
        var detail = new CaseActDetail(version, reason, After: new { into = main.Number, likeness }, Touched: [main.Id.Value]);
        if ((await process.Do(file, CaseActKind.Merge, member, detail, stop)).Refusal is { } no) return no;
        if (urgent && await urgency.Carry(file, due, main, reason, member, stop) is { } stays) return stays;
        main.ReportCount += file.ReportCount;
        main.PhotoCount += file.PhotoCount;
        // What had joined this case before now stands with the case that goes on.
        await foreach (var earlier in db.Set<CaseFile>().Where(c => c.MergedInto == file.Id).AsAsyncEnumerable().WithCancellation(stop)) earlier.MergedInto = main.Id;
        if (services.GetService<IReportsOfCases>() is { } reports) await reports.Move(file.Id, main.Id);
        return null;
    }

    private async Task<CaseFile?> Seen(Picked one, StaffMember member, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().FirstOrDefaultAsync(c => c.Number == one.Number, stop);
        return file is not null && await visibility.MaySee(file, member, stop) ? file : null;
    }
}
